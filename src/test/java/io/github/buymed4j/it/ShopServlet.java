package io.github.buymed4j.it;

import io.github.buymed4j.pharmacy.Pharmacy;
import io.github.buymed4j.pharmacy.ProductQuery;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** Answers with the number of products that the platform gives it. */
@WebServlet("/products")
public class ShopServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;

    @Inject
    private transient Pharmacy pharmacy;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.getWriter()
                .print(pharmacy.products().page(ProductQuery.first()).items().size());
    }
}
