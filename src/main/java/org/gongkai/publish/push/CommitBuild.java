package org.gongkai.publish.push;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.gongkai.history.git.commit.CommitId;
import org.gongkai.output.Output;
import org.gongkai.pipeline.Build;
import org.gongkai.pipeline.BuildRequest;
import org.gongkai.pipeline.BuildResult;
import org.gongkai.pipeline.PreviousPublication;
import org.gongkai.pipeline.Progress;
import org.gongkai.pipeline.edition.EditionCatalog;
import org.gongkai.pipeline.read.SiteSource;
import org.gongkai.problem.PublicationRefused;
import org.gongkai.publish.PreviousReleases;
import org.gongkai.publish.release.takedown.ReturnedPages;

/** Builds the site of a commit as its publication would, without writing it. */
record CommitBuild(PushContext context) {

    private static final Progress SILENT = (step, total) -> {};

    /**
     * Builds the site of a commit, which may be a pushed one.
     *
     * @param returned receives what the site has of entries that were taken down, by the folder of the audience
     */
    BuildResult run(CommitId commit, Map<String, ReturnedPages> returned) throws IOException {
        try (SiteSource source = context.openSite(commit)) {
            return new Build(context.program().version(), context.clock(), SILENT, context.shared())
                    .run(
                            BuildRequest.of(context.repository())
                                    .revision(Optional.of(commit.name()))
                                    .previous(publishedBefore(returned)),
                            source);
        }
    }

    /** The current release, so that unchanged files are checked as the publication will check them. */
    private PreviousPublication publishedBefore(Map<String, ReturnedPages> returned) {
        Path published = context.settings().to();
        return new PreviousReleases(published, new EditionCatalog()) {
            @Override
            public Output examining(String folder, Output output) throws IOException {
                try {
                    ReturnedPages contents = new ReturnedPages(ReturnedPages.inForce(published, folder));
                    returned.put(folder, contents);
                    return contents.over(output);
                } catch (PublicationRefused e) {
                    return output; // Reported when the entries are compared.
                }
            }
        };
    }
}
