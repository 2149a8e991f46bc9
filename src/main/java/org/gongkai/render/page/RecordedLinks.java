package org.gongkai.render.page;

import java.util.ArrayList;
import java.util.List;
import org.gongkai.markup.LinkResolver;

/** Takes note of what a body asked of its links and what it was told. */
public final class RecordedLinks implements LinkResolver {

    private final LinkResolver links;
    private final List<Asked> asked = new ArrayList<>();

    public RecordedLinks(LinkResolver links) {
        this.links = links;
    }

    /**
     * A question and its answer.
     *
     * @param kind link or image
     * @param destination as it was typed
     */
    record Asked(Kind kind, String destination, int line, int column, Target target) {

        /** Whether others answer the same; they tell what is wrong with it, as they would in a conversion. */
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
