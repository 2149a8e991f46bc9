package org.gongkai.acceptance;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Pages that are opened in frames, many at once, and only laid out: a fraction of the work of opening each by itself. The frames
 * are hidden, because measuring needs their layout only, and painting them takes time.
 *
 * @param wrong what a script found wrong, the page before it
 * @param seen what it looked at
 */
record Frames(List<String> wrong, long seen) {

    private static final int TOGETHER = 20;

    private static final String OPEN =
            """
            const [pages, width, given, done] = arguments;
            document.body.replaceChildren();
            Promise.all(pages.map(page => new Promise(measured => {
                const frame = document.createElement('iframe');
                if (given.includes('without scripts')) frame.sandbox = 'allow-same-origin';
                frame.style.cssText = `width: ${width}px; height: 844px; border: 0; visibility: hidden`;
                frame.onload = () => {
                    measured([%s].map(look => look(frame, frame.contentDocument, given)
                        .map(found => typeof found === 'number' ? found : page + ' ' + found)));
                    frame.remove();
                };
                frame.src = '/' + page;
                document.body.append(frame);
            }))).then(done);
            """;

    /** What a script finds in pages of each type but those that lead on or are for a server, as wide as a desk's window. */
    static List<String> find(Browser browser, String script) throws IOException {
        Map<BuiltSite, List<String>> sites = Arrays.stream(PageType.values())
                .filter(type -> type != PageType.NOT_FOUND && type != PageType.REDIRECT)
                .collect(Collectors.groupingBy(
                        PageType::site, Collectors.mapping(PageType::address, Collectors.toList())));
        List<String> found = new ArrayList<>();
        for (Map.Entry<BuiltSite, List<String>> site : sites.entrySet()) {
            found.addAll(
                    find(browser, 1440, site.getKey(), site.getValue(), script).wrong());
        }
        return found;
    }

    /**
     * What a script finds in pages of a site.
     *
     * @param width of the window, and of each frame at first
     * @param script returns a list of what is wrong, in which numbers say how much was looked at, given the {@code frame}, its
     *     {@code document} and what else is {@code given}: "without scripts" if pages are to run none of their own
     */
    static Frames find(Browser browser, int width, BuiltSite site, List<String> pages, String script, Object... given)
            throws IOException {
        return find(browser, width, site, pages, List.of(script), given).get(0);
    }

    /** What each of some scripts finds, which see each page in turn, as those before them left it. */
    static List<Frames> find(
            Browser browser, int width, BuiltSite site, List<String> pages, List<String> scripts, Object... given)
            throws IOException {
        String look = "function (frame, document, given) {";
        String looks = look + String.join("}," + look, scripts) + "}";
        List<Object> found = new ArrayList<>();
        browser.width(width);
        try (Loopback server = new Loopback(site)) {
            browser.open(server.address(PageType.NOT_FOUND.address()));
            for (int from = 0; from < pages.size(); from += TOGETHER) {
                List<String> some = pages.subList(from, Math.min(pages.size(), from + TOGETHER));
                found.addAll((List<?>) browser.await(OPEN.formatted(looks), some, width, List.of(given)));
            }
        }
        return IntStream.range(0, scripts.size())
                .mapToObj(at -> found.stream()
                        .flatMap(page -> ((List<?>) ((List<?>) page).get(at)).stream())
                        .collect(Collectors.partitioningBy(String.class::isInstance)))
                .map(all -> new Frames(
                        all.get(true).stream().map(String.class::cast).toList(),
                        all.get(false).stream().mapToLong(Long.class::cast).sum()))
                .toList();
    }
}
