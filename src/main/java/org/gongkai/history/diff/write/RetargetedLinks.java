package org.gongkai.history.diff.write;

import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.gongkai.history.diff.align.Token;
import org.gongkai.history.diff.align.TokenRun;
import org.jsoup.nodes.Element;

/** Links with unchanged text and another target. */
public final class RetargetedLinks {
    /** The links, numbered in the order of the text. */
    private final Map<Element, Integer> changed = new IdentityHashMap<>();

    private final Map<Integer, Element> last = new TreeMap<>();

    public RetargetedLinks(List<TokenRun> runs) {
        for (TokenRun run : runs) {
            for (int i = 0; i < run.before().size(); i++) {
                Element before = link(run.before().get(i));
                Element now = link(run.tokens().get(i));
                if (now != null && before != null && isElsewhere(before, now)) {
                    changed.putIfAbsent(now, changed.size());
                }
            }
        }
    }

    /** Records the output of an element of the newer text. */
    public void made(Element source, Element copy) {
        Integer number = changed.get(source);
        if (number != null) {
            last.put(number, copy);
        }
    }

    /** Writes a note after each of them and returns their number. */
    public int mark() {
        for (Element link : last.values()) {
            link.after(ChangeMarks.note("链接已更换"));
        }
        return last.size();
    }

    private static boolean isElsewhere(Element before, Element now) {
        String leads = now.attr("href");
        // Anchors within the page change with its headings.
        return !leads.startsWith("#") && !leads.equals(before.attr("href"));
    }

    private static Element link(Token token) {
        for (Element element : token.path()) {
            if (element.normalName().equals("a") && element.hasAttr("href")) {
                return element;
            }
        }
        return null;
    }
}
