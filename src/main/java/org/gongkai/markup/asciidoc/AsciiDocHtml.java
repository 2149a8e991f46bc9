package org.gongkai.markup.asciidoc;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.gongkai.markup.html.AuthorClasses;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.TextNode;

/** Adapts Asciidoctor's sanitized HTML to that of the other converters: no layout tables, no English. */
final class AsciiDocHtml {
    private static final Set<String> LAYOUT = Set.of("table", "tbody", "tr", "td");
    private static final Pattern NUMBER = Pattern.compile("^(表|图) (\\d+)\\. ");

    private AsciiDocHtml() {}

    static void tidy(Element body) {
        body.getElementsByClass("admonitionblock").forEach(AsciiDocHtml::dropLayout);
        for (Element title : body.getElementsByClass("title")) {
            if (title.firstChild() instanceof TextNode text) {
                // Official papers set the number of a table or figure apart so: 表1　人数.
                text.text(NUMBER.matcher(text.getWholeText()).replaceFirst("$1$2　"));
            }
        }
        body.getElementsByAttributeValue("title", "View footnote.").attr("title", "查看脚注");
        AuthorClasses.renameInAsciiDoc(body);
    }

    private static void dropLayout(Element parent) {
        for (Element part : List.copyOf(parent.children())) {
            boolean isPlain = part.attributesSize() == 0 || part.hasClass("icon") || part.hasClass("content");
            if (isPlain && LAYOUT.contains(part.normalName())) {
                if (!part.nameIs("td")) {
                    dropLayout(part);
                }
                part.unwrap();
            }
        }
    }
}
