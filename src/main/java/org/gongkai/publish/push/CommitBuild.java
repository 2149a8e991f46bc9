package org.gongkai.publish.push;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.HashMap;
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
import org.gongkai.publish.release.ledger.ServedSite;
import org.gongkai.publish.release.takedown.ReturnedContents;
import org.gongkai.publish.release.takedown.ReturnedPages;
import org.gongkai.site.Editions;

/** Builds the site of a commit as its publication would, without writing it. */
record CommitBuild(PushContext context) {

    private static final Progress SILENT = (step, total) -> {};

    /** Builds the site of a commit, which may be a pushed one. */
    BuildResult run(CommitId commit) throws IOException {
        return run(commit, new HashMap<>());
    }

    /**
     * The same.
     *
     * @param returned receives what the site has of entries that were taken down, by the folder of the audience
     */
    BuildResult run(CommitId commit, Map<String, ReturnedContents> returned) throws IOException {
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
    private PreviousPublication publishedBefore(Map<String, ReturnedContents> returned) {
        EditionCatalog editions = new EditionCatalog();
        Path published = context.settings().to();
        return new PreviousPublication() {
            @Override
            public Editions editions(String folder) {
                try {
                    editions.addPublished(folder, ServedSite.editions(published, folder));
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
                return new Editions(Optional.empty(), editions.of(folder));
            }

            @Override
            public Output examining(String folder, Output output) throws IOException {
                try {
                    ReturnedContents contents = new ReturnedContents(
                            ReturnedPages.inForce(published, folder).values());
                    returned.put(folder, contents);
                    return contents.over(output);
                } catch (PublicationRefused e) {
                    return output; // Reported when the entries are compared.
                }
            }

            @Override
            public Optional<Path> currentSite(String folder) {
                try {
                    return Optional.of(ServedSite.of(published, folder));
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }
        };
    }
}
