package org.gongkai.render.page;

import java.util.ArrayList;
import java.util.List;
import org.gongkai.markup.LinkResolver;

/** Records the links of a body and their targets, its counts and their numbers. */
public final class RecordedLinks implements LinkResolver {

    private final LinkResolver links;
    private final List<Asked> asked = new ArrayList<>();

    public RecordedLinks(LinkResolver links) {
        this.links = links;
    }

    /**
     * A link and its target.
     *
     * @param kind link, image or count
     * @param destination as it was typed
     */
    record Asked(Kind kind, String destination, int line, int column, Target target) {

        /** Returns whether a resolver gives the same target; it reports problems as in a conversion. */
        boolean isAnsweredBy(LinkResolver links) {
            return links.resolve(kind, destination, line, column).equals(target);
        }
    }

    @Override
    public Target resolve(Kind kind, String destination, int line, int column) {
        Target target = links.resolve(kind, destination, line, column);
        asked.add(new Asked(kind, destination, line, column, target));
        return target;
    }

    List<Asked> asked() {
        return List.copyOf(asked);
    }
}
