package org.gongkai.feature.register.chart;

import java.io.IOException;
import java.io.StringReader;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.DefaultHandler;

/** A chart as an XML parser reads it. */
record Drawn(String svg, Document document) {

    /** Reads a chart; fails if it is not well-formed. */
    static Drawn of(String svg) {
        try {
            var builder = DocumentBuilderFactory.newInstance().newDocumentBuilder();
            builder.setErrorHandler(new DefaultHandler());
            builder.parse(new InputSource(new StringReader(svg)));
        } catch (ParserConfigurationException | SAXException | IOException e) {
            throw new AssertionError(svg, e);
        }
        return new Drawn(svg, Jsoup.parse(svg, "", Parser.xmlParser()));
    }

    /** Returns values of bars; an empty text is an absent value. */
    static List<Optional<BigDecimal>> values(String... texts) {
        return Arrays.stream(texts)
                .map(text -> Optional.of(text).filter(some -> !some.isEmpty()).map(BigDecimal::new))
                .toList();
    }

    List<Element> all(String selector) {
        return document.select(selector);
    }

    List<String> texts(String selector) {
        return document.select(selector).eachText();
    }

    /** The attribute of each element, as numbers. */
    List<Double> numbers(String selector, String attribute) {
        return document.select(selector).eachAttr(attribute).stream()
                .map(Double::valueOf)
                .toList();
    }

    double width() {
        return Double.parseDouble(document.expectFirst("svg").attr("viewBox").split(" ")[2]);
    }

    double height() {
        return Double.parseDouble(document.expectFirst("svg").attr("viewBox").split(" ")[3]);
    }
}
