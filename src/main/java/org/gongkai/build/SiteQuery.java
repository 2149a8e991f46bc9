package org.gongkai.build;

import java.io.IOException;
import java.time.Clock;
import java.util.List;
import org.gongkai.build.read.SiteContent;
import org.gongkai.build.read.SiteReader;
import org.gongkai.build.read.SiteSource;
import org.gongkai.input.config.SiteConfig.Audience;
import org.gongkai.io.Timings;
import org.gongkai.problem.Problem;
import org.gongkai.site.Restrictions;
import org.gongkai.site.Site;

/** Reads what one audience may see of a site, without converting or rendering anything. */
public final class SiteQuery {

    private final Clock clock;

    /** @param clock determines the day of a request that names none */
    public SiteQuery(Clock clock) {
        this.clock = clock;
    }

    /**
     * The result of a query.
     *
     * @param audience the name of the audience
     * @param site the entries in their places; some may be missing if there are errors
     * @param errors the errors in settings and headers
     */
    public record Result(String audience, Site site, List<Problem> errors) {
        public Result {
            errors = List.copyOf(errors);
        }
    }

    /**
     * Reads a site for the audience of the request, or for the first one if it names none.
     *
     * @param from the source of a site that is no JBake project; the caller closes it
     * @throws IOException if a file cannot be read
     * @throws Build.UnknownAudience if the site does not have the requested audience
     */
    public Result run(BuildRequest request, SiteSource from) throws IOException {
        ProblemCollector problems = new ProblemCollector();
        try (BuildContext context = BuildContext.open(from, request, problems, new Timings())) {
            return context.pool().run(() -> run(request, from, context));
        }
    }

    private Result run(BuildRequest request, SiteSource from, BuildContext context) throws IOException {
        SiteContent content = new SiteReader(context, clock, note -> {}).readWithoutBodies(request, from);
        Audience audience = Build.audiences(request, content.settings().config().audiences())
                .get(0);
        Site site = SitePlacer.site(context, content, audience, request.drafts(), Restrictions.NONE);
        context.slugs().save();
        List<Problem> errors =
                context.problems().reported().stream().filter(Problem::isError).toList();
        return new Result(audience.name(), site, errors);
    }
}
