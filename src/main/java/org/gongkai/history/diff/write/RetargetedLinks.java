package org.gongkai.history.diff.write;

import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.gongkai.history.diff.align.Token;
import org.gongkai.history.diff.align.TokenRun;
import org.jsoup.nodes.Element;

/** Links whose words stayed and that lead elsewhere now. */
public final class RetargetedLinks {
    /** Each with its number, by which notes are written in the order of the text. */
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

    /** Told of each element that was made of one of the newer text. */
    public void made(Element source, Element copy) {
        Integer number = changed.get(source);
        if (number != null) {
            last.put(number, copy);
        }
    }

    /** Says so behind each; how many there are. */
    public int mark() {
        for (Element link : last.values()) {
            link.after(ChangeMarks.note("链接已更换"));
        }
        return last.size();
    }

    private static boolean isElsewhere(Element before, Element now) {
        String leads = now.attr("href");
        // Places within the page follow its headings.
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
