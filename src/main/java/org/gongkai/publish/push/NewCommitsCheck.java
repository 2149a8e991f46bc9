package org.gongkai.publish.push;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import org.gongkai.build.ProblemCollector;
import org.gongkai.build.read.SiteSettingsReader;
import org.gongkai.build.read.SiteSource;
import org.gongkai.history.git.GitRepository;
import org.gongkai.history.git.IncomingPush;
import org.gongkai.history.git.commit.CommitId;
import org.gongkai.history.git.commit.NewCommit;
import org.gongkai.input.data.YamlReader;
import org.gongkai.input.source.PortableNames;
import org.gongkai.input.source.SourceTree;
import org.gongkai.problem.Problem;

/**
 * Looks into every commit that a push brings: whoever clones the repository gets all of them, also what a later commit has
 * taken out again. What stood in the repository before is not held against a push.
 */
public final class NewCommitsCheck {

    /** Commits that are looked into at once. */
    private static final int BATCH = 64;

    private final Path repository;
    private final IncomingPush incoming;
    private final Clock clock;

    /** @param repository a bare one */
    public NewCommitsCheck(Path repository, IncomingPush incoming, Clock clock) {
        this.repository = repository;
        this.incoming = incoming;
        this.clock = clock;
    }

    /**
     * Something that may not be pushed.
     *
     * @param commit in which commit it is; empty if in a tag
     * @param subject the first line of its message; or the tag
     * @param path in which file; empty if in the message
     * @param line in which line, from 1; 0 if the whole file is meant
     * @param what what it is, without a full stop
     */
    public record Found(Optional<CommitId> commit, String subject, String path, int line, String what) {}

    /**
     * What came of it.
     *
     * @param found all that may not be pushed, oldest commit first
     * @param base the newest commit before the pushed ones; empty if there is none
     */
    public record Result(List<Found> found, Optional<CommitId> base) {

        public Result {
            found = List.copyOf(found);
        }
    }

    /**
     * Looks into what is pushed.
     *
     * @param objects names of the objects that references are to name
     * @param site the commit whose settings hold; those of the program if empty
     * @throws IOException if the machine fails
     */
    public Result check(Collection<String> objects, Optional<CommitId> site) throws IOException {
        try (GitRepository git = GitRepository.holding(repository, incoming).orElseThrow()) {
            List<CommitId> tips = new ArrayList<>();
            List<Found> found = new ArrayList<>();
            Optional<ConfidentialTextFinder> texts = texts(site);
            for (String object : objects) {
                Optional<GitRepository.Named> named = git.named(object);
                if (named.isEmpty()) {
                    found.add(new Found(Optional.empty(), "标签", "", 0, "标签指向的不是提交，只能给提交打标签"));
                    continue;
                }
                tips.add(named.get().commit());
                texts.ifPresent(known -> known.forbiddenLines(named.get().message())
                        .forEach(line ->
                                found.add(new Found(Optional.empty(), "标签", "", line, "标签的说明里有密级标志或不得公开的个人信息"))));
            }
            Map<CommitId, Optional<CommitId>> firstParents = new HashMap<>();
            List<Found> inCommits = new ArrayList<>();
            Batches batches = new Batches(commit -> inCommit(git, tips, texts, commit), inCommits);
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

    /** What holds for the texts of a site; empty for a JBake project, whose texts nobody promised to look into. */
    private Optional<ConfidentialTextFinder> texts(Optional<CommitId> site) throws IOException {
        try (SiteSource source = SiteSource.open(repository, site.map(CommitId::name), incoming)) {
            return source.isJBake()
                    ? Optional.empty()
                    : Optional.of(new ConfidentialTextFinder(
                            new SiteSettingsReader(new YamlReader(), clock, new ProblemCollector())
                                    .read(source.tree(), Optional.empty())));
        }
    }

    private static Optional<CommitId> base(CommitId tip, Map<CommitId, Optional<CommitId>> firstParents) {
        Optional<CommitId> at = Optional.of(tip);
        while (at.isPresent() && firstParents.containsKey(at.get())) {
            at = firstParents.get(at.get());
        }
        return at;
    }

    /** Looks into some commits on all cores and keeps what was found in their order. */
    private static final class Batches {
        private final Function<NewCommit, List<Found>> look;
        private final List<Found> found;
        private final List<NewCommit> waiting = new ArrayList<>();

        Batches(Function<NewCommit, List<Found>> look, List<Found> found) {
            this.look = look;
            this.found = found;
        }

        void add(NewCommit commit) {
            waiting.add(commit);
            if (waiting.size() == BATCH) {
                finish();
            }
        }

        void finish() {
            waiting.parallelStream().map(look).toList().forEach(some -> {
                List<Found> reversed = new ArrayList<>(some);
                Collections.reverse(reversed);
                found.addAll(reversed);
            });
            waiting.clear();
        }
    }

    private List<Found> inCommit(
            GitRepository git, List<CommitId> tips, Optional<ConfidentialTextFinder> texts, NewCommit commit) {
        List<Found> found = new ArrayList<>();
        Consumer<String> whole = what -> found.add(found(commit, "", 0, what));
        if (!commit.dated()) {
            whole.accept("提交的时间读不出来，请校准电脑的时钟再提交");
        }
        for (String path : commit.entered()) {
            if (PortableNames.isDangerous(path)) {
                found.add(found(commit, path, 0, "这个名字指向文件夹以外，或者是 git 自己用的，不能作文件名"));
            } else {
                PortableNames.unknownToWindows(path)
                        .filter(why -> stands(git, tips, path))
                        .ifPresent(why -> found.add(found(commit, path, 0, why)));
            }
        }
        texts.ifPresent(known -> {
            known.forbiddenLines(commit.message())
                    .forEach(line -> found.add(found(commit, "", line, "提交说明里有密级标志或不得公开的个人信息")));
            for (Problem problem : known.in(commit.files())) {
                if (!isKnown(git, known, commit, problem)) {
                    found.add(found(commit, problem.path(), problem.line(), problem.message()));
                }
            }
        });
        return found;
    }

    private static Found found(NewCommit commit, String path, int line, String what) {
        return new Found(Optional.of(commit.id()), commit.subject(), path, line, what);
    }

    /** A wrong name that a later commit mends keeps nobody from checking out a branch. */
    private static boolean stands(GitRepository git, List<CommitId> tips, String path) {
        for (CommitId tip : tips) {
            try {
                if (git.has(tip, path)) {
                    return true;
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return false;
    }

    /** What a parent says, too, is told there or stood in the repository before. */
    private static boolean isKnown(GitRepository git, ConfidentialTextFinder texts, NewCommit commit, Problem problem) {
        return commit.parents().stream()
                .flatMap(parent -> texts.in(only(git, parent, problem.path())).stream())
                .anyMatch(known -> isSame(known, problem));
    }

    private static boolean isSame(Problem one, Problem other) {
        return one.code().equals(other.code()) && one.message().equals(other.message());
    }

    private static SourceTree only(GitRepository git, CommitId commit, String path) {
        try {
            return git.file(commit, path);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
