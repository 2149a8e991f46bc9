package org.gongkai.render.page;

import java.util.function.Consumer;
import org.gongkai.input.entry.Entry;
import org.gongkai.markup.LinkResolver;
import org.gongkai.problem.Problem;
import org.gongkai.site.address.AddressPaths;
import org.gongkai.site.link.Counts;

/**
 * Resolves the links of a body, and answers the counts that it asks for.
 *
 * @param links resolves everything else
 * @param entry the entry, or its version, whose text asks
 * @param page address of the page that shows the text
 * @param problems receives what is wrong with counts
 */
public record CountLinks(LinkResolver links, Counts counts, Entry entry, String page, Consumer<Problem> problems)
        implements LinkResolver {

    @Override
    public Target resolve(Kind kind, String destination, int line, int column) {
        if (kind != Kind.COUNT) {
            return links.resolve(kind, destination, line, column);
        }
        Counts.Answer answer = counts.answer(destination, entry);
        answer.mistake().ifPresent(mistake -> problems.accept(mistake.of(entry, destination, line, column)));
        String address = answer.address();
        return new Target(address.isEmpty() ? "" : AddressPaths.relative(page, address), answer.shown());
    }
}
