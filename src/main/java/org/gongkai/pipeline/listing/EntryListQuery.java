package org.gongkai.pipeline.listing;

import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.gongkai.history.git.commit.CommitHistory.Revision;
import org.gongkai.input.entry.Entry;
import org.gongkai.input.entry.header.HeaderParser;
import org.gongkai.pipeline.BuildContext;
import org.gongkai.pipeline.BuildRequest;
import org.gongkai.pipeline.SharedParts;
import org.gongkai.pipeline.read.SiteContent;
import org.gongkai.pipeline.read.SiteSource;
import org.gongkai.problem.Problem;

/** Reads a site and lists its entries by state, without converting or rendering anything. */
public final class EntryListQuery {

    private final SiteQuery query;

    /**
     * @param clock determines the day of a request that names none
     * @param shared what all builds of this process share
     */
    public EntryListQuery(Clock clock, SharedParts shared) {
        this.query = new SiteQuery(clock, shared);
    }

    /**
     * The entries, and the problems in settings, headers and texts.
     *
     * @param listing the entries whose header could be read
     * @param problems all problems, sorted
     */
    public record Result(EntryListing listing, List<Problem> problems) {
        public Result {
            problems = List.copyOf(problems);
        }
    }

    /**
     * Lists the entries of a site, those of all audiences.
     *
     * @param from the source of a site that is no JBake project; the caller closes it
     * @throws IOException if a file cannot be read
     */
    public Result run(BuildRequest request, SiteSource from) throws IOException {
        return query.ask(request, from, EntryListQuery::list);
    }

    private static Result list(BuildContext context, SiteContent content) {
        List<Problem> problems = context.problems().reported();
        Set<String> wrong =
                problems.stream().filter(Problem::isError).map(Problem::path).collect(Collectors.toSet());
        EntryListing listing = EntryListing.of(
                content.entries(),
                content.settings().asOf(),
                wrong,
                entry -> body(entry, context),
                path -> author(content, path));
        return new Result(listing, problems);
    }

    private static String body(Entry entry, BuildContext context) {
        return HeaderParser.markup(
                context.texts().reread(entry.file()), entry.file().ending(), entry.bodyLine());
    }

    private static Optional<String> author(SiteContent content, String path) {
        List<Revision> revisions = content.history().revisions(path);
        return revisions.isEmpty()
                ? Optional.empty()
                : Optional.of(revisions.get(revisions.size() - 1).commit().author());
    }
}
