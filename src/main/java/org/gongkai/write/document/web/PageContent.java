package org.gongkai.write.document.web;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.gongkai.io.TextResource;
import org.gongkai.text.DateText;
import org.gongkai.write.document.Remark;
import org.gongkai.write.document.Remark.Weight;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** Finds the article in a page, and what the page states about it. */
record PageContent(Document page) {

    /** What pages.txt knows of the pages of common template sites. */
    private static final Map<String, List<String>> KNOWN = TextResource.of(PageContent.class, "pages.txt")
            .lines()
            .filter(line -> !line.startsWith("#"))
            .map(line -> line.split("\t", 2))
            .collect(Collectors.groupingBy(part -> part[0], Collectors.mapping(part -> part[1], Collectors.toList())));

    private static final List<Pattern> LINES =
            KNOWN.get("line").stream().map(Pattern::compile).toList();
    private static final Pattern DATED = Pattern.compile("(?:发布|发表)(?:时间|日期)\\s*[：:]\\s*(" + DateText.DAY + ")");
    private static final Pattern SITE_NAME = Pattern.compile("\\s*[_|｜–—-]\\s*[^_|｜–—-]*$");
    private static final int ENOUGH = 20;
    private static final int SHOWN = 30;
    private static final int NAMED = 12;

    /** What the page states about its article, by names that other generators use. */
    Map<String, Object> header() {
        Map<String, Object> header = new LinkedHashMap<>();
        first(KNOWN.get("title")).ifPresent(title -> header.put("title", title));
        Matcher dated = DATED.matcher(page.text());
        first(KNOWN.get("date"))
                .or(() -> dated.find() ? Optional.of(dated.group(1)) : Optional.empty())
                .ifPresent(date -> header.put("date", date.strip()));
        return header;
    }

    /** The title in the head of the page, without the name of the site; may be empty. */
    String pageTitle() {
        return SITE_NAME.matcher(page.title()).replaceFirst("").strip();
    }

    private Optional<String> first(List<String> selectors) {
        for (String selector : selectors) {
            Element found = page.selectFirst(selector);
            if (found != null) {
                String text = found.normalName().equals("meta")
                        ? found.attr("content")
                        : found.hasAttr("datetime") ? found.attr("datetime") : found.text();
                if (!text.isBlank()) {
                    return Optional.of(text.strip());
                }
            }
        }
        return Optional.empty();
    }

    /** The element that holds the article. */
    Element article() {
        for (String selector : KNOWN.get("article")) {
            Element found = page.selectFirst(selector);
            if (found != null && (found.text().length() >= ENOUGH || found.selectFirst("img") != null)) {
                return found;
            }
        }
        Element element = page.body();
        while (true) {
            Element inner = null;
            for (Element child : element.children()) {
                inner = inner == null || weight(child) > weight(inner) ? child : inner;
            }
            if (inner == null
                    || !inner.normalName().matches("div|section|td|tr|tbody|table|form|center|font|body")
                    || weight(inner) * 10 < weight(element) * 8) {
                return element;
            }
            element = inner;
        }
    }

    /** Length of the text outside links. */
    private static int weight(Element element) {
        int links = element.select("a").stream()
                .mapToInt(link -> link.text().length())
                .sum();
        return element.text().length() - links;
    }

    /** Names what stands outside the article. */
    List<Remark> surroundings(Element article, String title) {
        List<String> texts = new ArrayList<>();
        collect(page.body(), article, Set.copyOf(article.parents()), title, texts);
        List<Remark> remarks = new ArrayList<>();
        texts.stream()
                .limit(NAMED)
                .forEach(text -> remarks.add(
                        new Remark("正文以外", "“" + Remark.shortened(text, SHOWN) + "”没有导入", Weight.LEFT_OUT)));
        if (texts.size() > NAMED) {
            remarks.add(new Remark("正文以外", "还有 " + (texts.size() - NAMED) + " 处导航、页脚之类没有导入", Weight.LEFT_OUT));
        }
        return remarks;
    }

    private static void collect(
            Element element, Element article, Set<Element> around, String title, List<String> texts) {
        if (element == article || element.normalName().matches("script|style|noscript|template")) {
            return;
        }
        String text = element.text().strip();
        if (!around.contains(element)) {
            if (!text.isEmpty() && !text.equals(title)) {
                texts.add(text);
            }
            return;
        }
        String own = element.ownText().strip();
        if (!own.isEmpty()) {
            texts.add(own);
        }
        element.children().forEach(child -> collect(child, article, around, title, texts));
    }

    /** Whether the text of a whole block is one of them. */
    static boolean isBoilerplate(String line) {
        String text = line.replaceAll("[\\s\u3000\u00a0]+", " ").strip();
        return !text.isEmpty()
                && text.length() < 160
                && LINES.stream().anyMatch(pattern -> pattern.matcher(text).matches());
    }
}
