package org.gongkai.feature.register;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.gongkai.feature.register.count.SiteCounts;
import org.gongkai.history.versions.Versions.Version;
import org.gongkai.input.entry.Entry;
import org.gongkai.pipeline.AudienceSelector;
import org.gongkai.pipeline.Build;
import org.gongkai.pipeline.BuildContext;
import org.gongkai.pipeline.BuildRequest;
import org.gongkai.pipeline.SiteQuery;
import org.gongkai.pipeline.read.SiteContent;
import org.gongkai.pipeline.read.SiteSource;
import org.gongkai.problem.Problem;
import org.gongkai.render.page.EntryCountQuestions;
import org.gongkai.render.page.EntryCountQuestions.Asked;
import org.gongkai.site.FurtherRestrictions;
import org.gongkai.site.Site;

/**
 * Reads the questions that the texts of a site ask, with their figures as they are now or were on publication.
 *
 * @param request says which site and, if another than today, which day
 */
public record FiguresQuery(SiteQuery query, BuildRequest request) {

    /**
     * A text that asks something.
     *
     * @param text the text of its file, as it was decoded
     */
    public record Text(Entry entry, String text, EntryCountQuestions figures) {}

    /**
     * The texts that ask something, sorted by path.
     *
     * @param errors the errors in settings and headers, on account of which records may be missing
     */
    public record Result(List<Text> texts, List<Problem> errors) {}

    /** Asks the texts of a site for their figures as they are now; the caller closes the source. */
    public Result now(SiteSource site) throws IOException {
        return query.ask(request, site, (context, content) -> {
            SiteCounts counts = counts(context, content);
            List<Text> texts = new ArrayList<>();
            for (Entry entry : content.entries()) {
                if (entry.publication().status() != Entry.Status.WITHDRAWN) {
                    String text = context.texts().reread(entry.source().file());
                    // Only what may ask something, itself or in a file that it includes, is converted.
                    if (text.contains("计数") || text.contains("合计") || text.contains("include::")) {
                        EntryCountQuestions figures = EntryCountQuestions.of(context.converters(), entry, text, counts);
                        if (!figures.asked().isEmpty()) {
                            texts.add(new Text(entry, text, figures));
                        }
                    }
                }
            }
            return new Result(
                    texts,
                    context.problems().reported().stream()
                            .filter(Problem::isError)
                            .toList());
        });
    }

    /**
     * Returns a text with the figures that its page showed when they were published with its present approval: by the
     * entries of the first commit that has both. For sites that began to write figures later.
     *
     * @param site the source that the text was read from
     */
    public Text asPublished(SiteSource site, Text text) throws IOException {
        List<Asked> open = new ArrayList<>(text.figures().asked());
        List<Asked> all = new ArrayList<>();
        BuildRequest past = request.reuse(BuildRequest.Reuse.HISTORY);
        for (Version version : query.ask(request, site, (context, content) -> approved(content, text.entry()))) {
            if (!open.isEmpty()) {
                try (SiteSource source = site.at(version.commit().id())) {
                    all.addAll(query.ask(
                            past.asOf(Optional.of(version.entry().dates().day())), source, (context, content) -> {
                                String then = context.source()
                                        .file(version.entry().path())
                                        .map(context.texts()::reread)
                                        .orElse("");
                                List<Asked> found = open.stream()
                                        .filter(asked -> then.contains(asked.typed()))
                                        .toList();
                                open.removeAll(found);
                                return asked(found, version.entry(), counts(context, content));
                            }));
                }
            }
        }
        // What is not committed yet was never published otherwise than it is now.
        all.addAll(query.ask(
                request.asOf(Optional.of(text.entry().dates().day())),
                site,
                (context, content) -> asked(open, text.entry(), counts(context, content))));
        return new Text(text.entry(), text.text(), EntryCountQuestions.of(all));
    }

    /** The versions with the present approval, oldest first. */
    private static List<Version> approved(SiteContent content, Entry now) {
        List<Version> all = content.histories().of(now.path()).all();
        int from = all.size();
        while (from > 0
                && all.get(from - 1).entry().isApproved()
                && all.get(from - 1).entry().approved().equals(now.approved())) {
            from--;
        }
        return all.subList(from, all.size());
    }

    private static List<Asked> asked(List<Asked> questions, Entry entry, SiteCounts then) {
        return questions.stream()
                .map(asked -> new Asked(asked.typed(), asked.line(), asked.column(), then.answer(asked.typed(), entry)))
                .toList();
    }

    private SiteCounts counts(BuildContext context, SiteContent content) {
        Site site = AudienceSelector.site(
                context,
                content,
                Build.audiences(request, content.settings().config().audiences())
                        .get(0),
                false,
                FurtherRestrictions.NONE);
        return content.settings().feature(RegistersFeature.class).counts(site);
    }
}
