package org.gongkai.feature.register.calendar;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** A calendar as a program reads it: lines unfolded, then names, parameters and values taken apart. */
record Unfolded(List<Property> properties, List<String> folded) {

    record Property(String name, String parameters, String value) {

        /** The value as text, without its escapes. */
        String text() {
            StringBuilder text = new StringBuilder();
            for (int i = 0; i < value.length(); i++) {
                char c = value.charAt(i);
                if (c == '\\') {
                    i++;
                    c = value.charAt(i) == 'n' ? '\n' : value.charAt(i);
                }
                text.append(c);
            }
            return text.toString();
        }
    }

    static Unfolded of(String calendar) {
        // Unfolded as octets, as a reader may that does not know UTF-8.
        String octets = new String(calendar.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
        List<String> folded = Arrays.asList(octets.split("\r\n"));
        List<Property> properties = new ArrayList<>();
        for (String line : octets.replace("\r\n ", "").split("\r\n")) {
            String whole = new String(line.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
            String head = whole.substring(0, whole.indexOf(':'));
            int semicolon = head.indexOf(';');
            properties.add(new Property(
                    semicolon < 0 ? head : head.substring(0, semicolon),
                    semicolon < 0 ? "" : head.substring(semicolon + 1),
                    whole.substring(head.length() + 1)));
        }
        return new Unfolded(properties, folded);
    }

    List<String> values(String name) {
        return properties.stream()
                .filter(property -> property.name().equals(name))
                .map(Property::value)
                .toList();
    }

    List<String> texts(String name) {
        return properties.stream()
                .filter(property -> property.name().equals(name))
                .map(Property::text)
                .toList();
    }
}
