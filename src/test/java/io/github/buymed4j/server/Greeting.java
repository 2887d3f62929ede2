package io.github.buymed4j.server;

import jakarta.ejb.Stateless;

@Stateless
public class Greeting {
    public String to(String name) {
        return "Xin chào " + name;
    }
}
