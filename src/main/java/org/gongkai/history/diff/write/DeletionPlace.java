package org.gongkai.history.diff.write;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;

/**
 * The position in the newer version of a removed block: after the block that it followed, in the same wrapper if any.
 */
public final class DeletionPlace {
    /** Elements that may contain a further paragraph at any position. */
    private static final Set<String> BOXES =
            Set.of("div", "section", "article", "aside", "blockquote", "main", "header", "footer");

    private final Element container;
    private Node last;

    public DeletionPlace(Element container) {
        this.container = container;
    }

    /** Inserts a node on a line of its own after another one, or as the first child of a container. */
    public static void put(Node fresh, Node behind, Element container) {
        if (behind == null) {
            container.prependChild(new TextNode("\n"));
            container.prependChild(fresh);
        } else {
            behind.after(fresh);
            behind.after(new TextNode("\n"));
        }
    }

    /** What is inserted next stands after a node. */
    public void after(Node node) {
        last = node;
    }

    public void insert(Node fresh, List<String> wrappers) {
        while (last != null && last.parent() != container && !isOpen((Element) last.parent(), wrappers)) {
            last = last.parent();
        }
        put(fresh, last, container);
        last = fresh;
    }

    private boolean isOpen(Element box, List<String> wrappers) {
        List<String> open = new ArrayList<>();
        for (Element up = box; up != container; up = up.parent()) {
            if (!BOXES.contains(up.normalName())) {
                return false;
            }
            open.add(0, up.normalName() + "." + up.className());
        }
        return open.size() <= wrappers.size()
                && wrappers.subList(0, open.size()).equals(open);
    }
}
