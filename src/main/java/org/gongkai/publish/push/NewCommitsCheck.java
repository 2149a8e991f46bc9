package org.gongkai.publish.push;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.gongkai.history.git.GitRepository;
import org.gongkai.history.git.commit.CommitId;
import org.gongkai.history.git.commit.NewCommit;
import org.gongkai.pipeline.ProblemCollector;
import org.gongkai.pipeline.read.SiteSettingsReader;
import org.gongkai.pipeline.read.SiteSource;

/**
 * Checks every commit of a push: a clone of the repository has all of them, including what a later commit removes.
 * What was in the repository before is not a reason to reject a push.
 */
public record NewCommitsCheck(PushContext context) {

    /** Number of commits that are checked in parallel. */
    private static final int BATCH = 64;

    /**
     * Something that must not be pushed.
     *
     * @param commit the commit that has it; empty if a tag has it
     * @param subject the first line of the message of the commit
     * @param path the file; empty if it is in the message
     * @param line the line, from 1; 0 if it concerns the whole file or commit
     * @param what what it is, in Chinese without the full stop
     */
    public record Found(Optional<CommitId> commit, String subject, String path, int line, String what) {}

    /**
     * The result of the check.
     *
     * @param found everything that must not be pushed, oldest commit first
     * @param base the commit that the pushed ones are based on; empty if there is none
     */
    record Result(List<Found> found, Optional<CommitId> base) {

        Result {
            found = List.copyOf(found);
        }
    }

    /**
     * Checks the commits of a push.
     *
     * @param objects names of the objects that the references are set to
     * @param site the commit whose settings apply; the defaults apply if empty
     * @throws IOException if the repository cannot be read
     */
    Result check(Collection<String> objects, Optional<CommitId> site) throws IOException {
        try (GitRepository git = context.openRepository()) {
            List<CommitId> tips = new ArrayList<>();
            List<Found> found = new ArrayList<>();
            Optional<ConfidentialTextFinder> finder = finder(site);
            for (String object : objects) {
                Optional<GitRepository.Named> named = git.named(object);
                if (named.isEmpty()) {
                    found.add(new Found(Optional.empty(), "标签", "", 0, "标签指向的不是提交，只能给提交打标签"));
                    continue;
                }
                tips.add(named.get().commit());
                finder.ifPresent(known -> known.forbiddenLines(named.get().message())
                        .forEach(line ->
                                found.add(new Found(Optional.empty(), "标签", "", line, "标签的说明里有密级标志或不得公开的个人信息"))));
            }
            Map<CommitId, Optional<CommitId>> firstParents = new HashMap<>();
            List<Found> inCommits = new ArrayList<>();
            Batches batches = new Batches(new CommitContentCheck(git, tips, finder)::check, inCommits);
            git.newCommits(tips, commit -> {
                firstParents.put(commit.id(), commit.parents().stream().findFirst());
                batches.add(commit);
            });
            batches.finish();
            Collections.reverse(inCommits);
            found.addAll(inCommits);
            return new Result(found, tips.isEmpty() ? Optional.empty() : base(tips.get(0), firstParents));
        }
    }

    /** The check of texts; empty for a JBake project, whose texts are not checked. */
    private Optional<ConfidentialTextFinder> finder(Optional<CommitId> site) throws IOException {
        try (SiteSource source = context.openSite(site)) {
            return source.isJBake()
                    ? Optional.empty()
                    : Optional.of(new ConfidentialTextFinder(
                            new SiteSettingsReader(context.shared(), context.clock(), new ProblemCollector())
                                    .read(source.tree(), Optional.empty()),
                            context.shared().yaml()));
        }
    }

    private static Optional<CommitId> base(CommitId tip, Map<CommitId, Optional<CommitId>> firstParents) {
        Optional<CommitId> at = Optional.of(tip);
        while (at.isPresent() && firstParents.containsKey(at.get())) {
            at = firstParents.get(at.get());
        }
        return at;
    }

    /** Checks commits in parallel and collects the results in their order. */
    private static final class Batches {
        private final Function<NewCommit, List<Found>> check;
        private final List<Found> found;
        private final List<NewCommit> batch = new ArrayList<>();

        Batches(Function<NewCommit, List<Found>> check, List<Found> found) {
            this.check = check;
            this.found = found;
        }

        void add(NewCommit commit) {
            batch.add(commit);
            if (batch.size() == BATCH) {
                finish();
            }
        }

        void finish() {
            batch.parallelStream().map(check).toList().forEach(some -> {
                List<Found> reversed = new ArrayList<>(some);
                Collections.reverse(reversed);
                found.addAll(reversed);
            });
            batch.clear();
        }
    }
}
