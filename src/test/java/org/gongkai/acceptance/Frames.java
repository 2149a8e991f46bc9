package org.gongkai.acceptance;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Pages that are opened in frames, many at once, and only laid out: a fraction of the work of opening each by itself. */
final class Frames {

    private static final int TOGETHER = 20;

    private static final String OPEN =
            """
            const [pages, done] = arguments;
            document.body.replaceChildren();
            Promise.all(pages.map(page => new Promise(measured => {
                const frame = document.createElement('iframe');
                frame.style.cssText = 'width: 1440px; height: 844px; border: 0; visibility: hidden';
                frame.onload = () => measured((function (frame, document) { %s })(frame, frame.contentDocument)
                    .map(found => page + ' ' + found));
                frame.src = '/' + page;
                document.body.append(frame);
            }))).then(all => done(all.flat()));
            """;

    private Frames() {}

    /**
     * What a script finds in pages of each type but those that lead on or are for a server.
     *
     * @param script returns a list, given the {@code frame}, which is as wide as a desk's window, and its {@code document}
     */
    static List<Object> find(Browser browser, String script) throws IOException {
        Map<BuiltSite, List<String>> sites = new LinkedHashMap<>();
        for (PageType type : PageType.values()) {
            if (type != PageType.NOT_FOUND && type != PageType.REDIRECT) {
                sites.computeIfAbsent(type.site(), site -> new ArrayList<>()).add(type.address());
            }
        }
        List<Object> found = new ArrayList<>();
        browser.width(1440);
        for (BuiltSite site : sites.keySet()) {
            List<String> pages = sites.get(site);
            try (Loopback server = new Loopback(site)) {
                browser.open(server.address(PageType.NOT_FOUND.address()));
                for (int from = 0; from < pages.size(); from += TOGETHER) {
                    List<String> some = pages.subList(from, Math.min(pages.size(), from + TOGETHER));
                    found.addAll((List<?>) browser.await(OPEN.formatted(script), some));
                }
            }
        }
        return found;
    }
}
