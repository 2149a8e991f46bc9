package org.gongkai.publish.push;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.gongkai.history.git.CommitId;
import org.gongkai.history.git.GitRepository;
import org.gongkai.pipeline.BuildRequest;
import org.gongkai.pipeline.SharedParts;
import org.gongkai.pipeline.read.SiteSource;
import org.gongkai.publish.Publisher.ProgramIdentity;
import org.gongkai.publish.hooks.HookSettings;
import org.gongkai.publish.push.PushCheck.RefUpdate;

/**
 * The environment in which a push is checked.
 *
 * @param repository the bare repository that is pushed to
 * @param settings the settings of its hooks
 * @param incoming the quarantine folder in which git keeps the pushed objects until the push is accepted
 * @param program the program that checks
 * @param clock provides the current date
 * @param shared what all builds of this process share
 */
public record PushContext(
        Path repository,
        HookSettings settings,
        Optional<Path> incoming,
        ProgramIdentity program,
        Clock clock,
        SharedParts shared) {

    /** The same for a push that decides which branch is published. */
    PushContext publishing(String branch) {
        return new PushContext(repository, settings.publishing(branch), incoming, program, clock, shared);
    }

    /** Returns what an accepted push publishes: the branch, which the first one may decide, or an edition. */
    public Optional<RefUpdate> published(List<RefUpdate> updates) throws IOException {
        boolean isFirst = settings.isDefaultBranch() && tip().isEmpty();
        return updates.stream()
                .filter(update -> isFirst && update.setsBranch()
                        || update.reference().equals(settings.branch())
                        || update.reference().startsWith(PushCheck.EDITIONS))
                .findFirst();
    }

    /** The newest commit of the published branch before the push; empty if it has none. */
    Optional<CommitId> tip() throws IOException {
        try (GitRepository git = openRepository()) {
            return git.reference(settings.branch());
        }
    }

    /** Opens the repository together with the pushed objects. */
    GitRepository openRepository() throws IOException {
        return GitRepository.containing(repository, incoming).orElseThrow();
    }

    /** Opens the site at a commit, which may be a pushed one; one without files if there is none. */
    SiteSource openSite(Optional<CommitId> commit) throws IOException {
        return SiteSource.open(
                new BuildRequest.Place(repository, commit.map(CommitId::name), settings.shared()), incoming);
    }

    /** The folder of the repository that holds the state of this program. */
    public Path stateFolder() {
        return HookSettings.folder(repository);
    }
}
