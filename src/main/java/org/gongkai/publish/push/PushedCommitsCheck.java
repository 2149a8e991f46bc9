package org.gongkai.publish.push;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.gongkai.history.git.GitRepository;
import org.gongkai.history.git.commit.CommitId;
import org.gongkai.publish.hooks.RefUpdate;

/** Checks all commits of a push, on any branch or tag, before the site itself is checked. */
final class PushedCommitsCheck {

    private final PushContext context;
    private final PushListener listener;

    PushedCommitsCheck(PushContext context, PushListener listener) {
        this.context = context;
        this.listener = listener;
    }

    /** Whether the commits may be accepted. */
    boolean accepts(List<RefUpdate> updates, Optional<RefUpdate> site) throws IOException {
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
            published = tip();
        }
        NewCommitsCheck.Result result = new NewCommitsCheck(context).check(objects, published);
        if (!result.found().isEmpty()) {
            listener.rejectedForCommits(
                    result.found(),
                    site.filter(update -> !update.creates())
                            .map(RefUpdate::before)
                            .or(() -> result.base().map(CommitId::name)));
        }
        return result.found().isEmpty();
    }

    private Optional<CommitId> tip() throws IOException {
        try (GitRepository git = GitRepository.containing(context.repository()).orElseThrow()) {
            return git.reference(context.settings().branch());
        }
    }
}
