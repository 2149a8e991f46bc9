package org.gongkai.pipeline;

import java.io.IOException;
import java.time.Clock;
import org.apache.commons.io.function.IOBiFunction;
import org.gongkai.io.Timings;
import org.gongkai.pipeline.read.SiteContent;
import org.gongkai.pipeline.read.SiteReader;
import org.gongkai.pipeline.read.SiteSource;

/**
 * Reads a site to answer a question about it, without converting or rendering anything.
 *
 * @param clock determines the day of a request that names none
 * @param shared what all builds of this process share
 */
public record SiteQuery(Clock clock, SharedParts shared) {

    /**
     * Answers a question about the settings, headers and texts of a site; the context has their problems.
     *
     * @param from the source of a site that is no JBake project; the caller closes it
     * @throws IOException if a file cannot be read
     */
    public <T> T ask(BuildRequest request, SiteSource from, IOBiFunction<BuildContext, SiteContent, T> question)
            throws IOException {
        try (BuildContext context = BuildContext.open(from, request, shared, new ProblemCollector(), new Timings())) {
            return context.pool()
                    .run(() -> question.apply(
                            context, new SiteReader(context, clock, note -> {}).readWithoutBodies(request, from)));
        }
    }
}
