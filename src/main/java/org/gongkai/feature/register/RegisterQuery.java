package org.gongkai.feature.register;

import java.io.IOException;
import java.time.Clock;
import java.util.List;
import org.gongkai.feature.register.model.Register;
import org.gongkai.input.config.SiteConfig.Audience;
import org.gongkai.pipeline.AudienceSelector;
import org.gongkai.pipeline.Build;
import org.gongkai.pipeline.BuildRequest;
import org.gongkai.pipeline.SharedParts;
import org.gongkai.pipeline.SiteQuery;
import org.gongkai.pipeline.read.SiteSource;
import org.gongkai.problem.Problem;
import org.gongkai.site.FurtherRestrictions;
import org.gongkai.site.Site;

/**
 * Reads what one audience may see of a site and computes its registers, without converting or rendering anything.
 *
 * @param clock determines the day of a request that names none
 * @param shared what all builds of this process share
 */
public record RegisterQuery(Clock clock, SharedParts shared) {

    /**
     * The registers of an audience.
     *
     * @param audience the name of the audience
     * @param site the entries that it may see; some may be missing if there are errors
     * @param registers its registers, in the order of their definitions
     * @param errors the errors in settings, headers and texts
     */
    public record Result(String audience, Site site, List<Register> registers, List<Problem> errors) {}

    /**
     * Computes the registers of the entries that can be read, for the audience of the request, or for the first one if
     * it names none.
     *
     * @param from the source of a site that is not a JBake project; the caller closes it
     * @throws IOException if a file cannot be read
     * @throws Build.UnknownAudience if the site does not have the requested audience
     */
    public Result run(BuildRequest request, SiteSource from) throws IOException {
        return new SiteQuery(clock, shared).ask(request, from, (context, content) -> {
            Audience audience = Build.audiences(
                            request, content.settings().config().audiences())
                    .get(0);
            Site site = AudienceSelector.site(context, content, audience, request.drafts(), FurtherRestrictions.NONE);
            return new Result(
                    audience.name(),
                    site,
                    content.settings().feature(RegistersFeature.class).registers(site, site.asOf()),
                    context.problems().reported().stream()
                            .filter(Problem::isError)
                            .toList());
        });
    }
}
