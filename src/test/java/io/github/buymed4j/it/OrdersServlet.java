package io.github.buymed4j.it;

import io.github.buymed4j.pharmacy.Order;
import io.github.buymed4j.pharmacy.OrderQuery;
import io.github.buymed4j.pharmacy.Pharmacy;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** Shows the newest orders. */
@WebServlet("/orders")
public class OrdersServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;

    @Inject
    private Pharmacy pharmacy;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.setContentType("text/plain;charset=UTF-8");
        for (Order order : pharmacy.orders().page(OrderQuery.first().limit(5)).items()) {
            response.getWriter().println(order.orderCode() + " " + order.status());
        }
    }
}
