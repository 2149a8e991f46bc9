package org.gongkai.publish.push;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.gongkai.cli.hooks.PushReport;
import org.gongkai.history.git.GitRepository;
import org.gongkai.history.git.IncomingPush;
import org.gongkai.history.git.commit.CommitId;
import org.gongkai.publish.hooks.HookSettings;
import org.gongkai.publish.hooks.RefUpdate;

/** Looks into all commits that a push brings, of whatever branch or tag, before anything else is asked. */
public final class PushedCommitsCheck {

    private final Path repository;
    private final HookSettings settings;
    private final IncomingPush incoming;
    private final Clock clock;

    public PushedCommitsCheck(Path repository, HookSettings settings, IncomingPush incoming, Clock clock) {
        this.repository = repository;
        this.settings = settings;
        this.incoming = incoming;
        this.clock = clock;
    }

    /** Whether they may be taken; tells why not. */
    public boolean check(List<RefUpdate> updates, Optional<RefUpdate> site, PushReport report) throws IOException {
        List<String> objects = updates.stream()
                .filter(update -> !update.deletes())
                .map(RefUpdate::after)
                .distinct()
                .toList();
        if (objects.isEmpty()) {
            return true;
        }
        Optional<CommitId> published = site.map(update -> new CommitId(update.after()));
        if (published.isEmpty()) {
            published = standing();
        }
        NewCommitsCheck.Result result = new NewCommitsCheck(repository, incoming, clock).check(objects, published);
        if (!result.found().isEmpty()) {
            report.inCommits(
                    result.found(),
                    site.filter(update -> !update.creates())
                            .map(RefUpdate::before)
                            .or(() -> result.base().map(CommitId::name)));
        }
        return result.found().isEmpty();
    }

    private Optional<CommitId> standing() throws IOException {
        try (GitRepository git = GitRepository.holding(repository).orElseThrow()) {
            return git.reference(settings.branch());
        }
    }
}
