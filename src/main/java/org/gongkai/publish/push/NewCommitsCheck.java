package org.gongkai.publish.push;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.apache.commons.io.function.Uncheck;
import org.gongkai.cache.CacheStore;
import org.gongkai.check.Disclosure;
import org.gongkai.check.file.AttachmentRule;
import org.gongkai.check.prose.ProseReader;
import org.gongkai.check.rule.RuleSet.WholeSite;
import org.gongkai.history.git.CommitId;
import org.gongkai.history.git.GitRepository;
import org.gongkai.history.git.GitRepository.NewCommit;
import org.gongkai.input.data.YamlReader;
import org.gongkai.input.entry.Entry;
import org.gongkai.input.entry.EntryReader;
import org.gongkai.input.entry.header.HeaderParser;
import org.gongkai.input.source.EntryFormat;
import org.gongkai.input.source.PortableNames;
import org.gongkai.input.source.SourceFile;
import org.gongkai.input.source.SourceTree;
import org.gongkai.input.source.TextDecoder;
import org.gongkai.pipeline.ProblemCollector;
import org.gongkai.pipeline.read.SiteSettings;
import org.gongkai.pipeline.read.SiteSettingsReader;
import org.gongkai.pipeline.read.SiteSource;
import org.gongkai.problem.Problem;

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
    record Result(List<Found> found, Optional<CommitId> base) {}

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
            List<NewCommit> batch = new ArrayList<>();
            CommitContentCheck content = new CommitContentCheck(git, tips, finder);
            git.newCommits(tips, commit -> {
                firstParents.put(
                        commit.commit().id(), commit.commit().parents().stream().findFirst());
                batch.add(commit);
                if (batch.size() == BATCH) {
                    check(batch, content, inCommits);
                }
            });
            check(batch, content, inCommits);
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
                                    .read(source.tree(List.of("content/_data")), Optional.empty()),
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

    /** Checks commits in parallel and adds what they hold, the last first; then they are forgotten. */
    private static void check(List<NewCommit> commits, CommitContentCheck check, List<Found> found) {
        commits.parallelStream().map(check::check).toList().forEach(some -> {
            List<Found> reversed = new ArrayList<>(some);
            Collections.reverse(reversed);
            found.addAll(reversed);
        });
        commits.clear();
    }

    /**
     * Checks the content of single commits. Thread-safe.
     *
     * @param tips the commits that references are set to
     * @param finder the check of texts; empty if they are not checked
     */
    record CommitContentCheck(GitRepository git, List<CommitId> tips, Optional<ConfidentialTextFinder> finder) {

        /** What must not be pushed of a commit: its metadata, its file names and its texts. */
        List<Found> check(NewCommit commit) {
            List<Found> found = new ArrayList<>();
            if (!commit.commit().isDated()) {
                found.add(found(commit, "", 0, "提交的时间读不出来，请校准电脑的时钟再提交"));
            }
            for (String path : commit.entered()) {
                if (PortableNames.isDangerous(path)) {
                    found.add(found(commit, path, 0, "这个名字指向文件夹以外，或者是 git 自己用的，不能作文件名"));
                } else {
                    PortableNames.unknownToWindows(path)
                            .filter(why -> isInTip(path))
                            .ifPresent(why -> found.add(found(commit, path, 0, why)));
                }
            }
            finder.ifPresent(texts -> {
                texts.forbiddenLines(commit.message())
                        .forEach(line -> found.add(found(commit, "", line, "提交说明里有密级标志或不得公开的个人信息")));
                for (Problem problem : texts.in(commit.files())) {
                    if (!isInherited(texts, commit, problem)) {
                        found.add(found(commit, problem.path(), problem.line(), problem.message()));
                    }
                }
            });
            return found;
        }

        private static Found found(NewCommit commit, String path, int line, String what) {
            return new Found(Optional.of(commit.commit().id()), commit.subject(), path, line, what);
        }

        /** Whether a path is in a pushed reference. A name that a later commit corrects does not prevent a checkout. */
        private boolean isInTip(String path) {
            return tips.stream().anyMatch(tip -> Uncheck.get(() -> git.has(tip, path)));
        }

        /** Whether a parent has the problem too: then it is reported there, or was in the repository before. */
        private boolean isInherited(ConfidentialTextFinder texts, NewCommit commit, Problem problem) {
            return commit.commit().parents().stream()
                    .flatMap(parent -> texts.in(file(parent, problem.path())).stream())
                    .anyMatch(known -> isSame(known, problem));
        }

        private static boolean isSame(Problem one, Problem other) {
            return one.code().equals(other.code()) && one.message().equals(other.message());
        }

        private SourceTree file(CommitId commit, String path) {
            return Uncheck.get(() -> git.file(commit, path));
        }
    }

    /** Finds classification marks and personal data in files, according to the settings of a site. Thread-safe. */
    private static final class ConfidentialTextFinder {

        private final Disclosure disclosure;
        private final YamlReader yaml;
        private final EntryReader reader;
        private final ProseReader prose = new ProseReader();
        private final TextDecoder decoder = new TextDecoder();

        /** @param yaml reads the lists of what may be published */
        ConfidentialTextFinder(SiteSettings settings, YamlReader yaml) {
            this.disclosure = settings.disclosure();
            this.yaml = yaml;
            this.reader =
                    new EntryReader(new HeaderParser(yaml), settings.headerContext(), EntryReader.Strictness.STRICT);
        }

        /** Checks files of one commit and their names. Returns only errors, sorted. */
        List<Problem> in(SourceTree files) {
            List<Problem> found = Collections.synchronizedList(new ArrayList<>());
            new AttachmentRule(yaml, disclosure.privacy(), false)
                    .check(
                            new WholeSite(
                                    List.of(),
                                    files,
                                    Set.of(),
                                    Set.of(),
                                    Map.of(),
                                    name -> CacheStore.NONE,
                                    (path, version) -> {}),
                            found::add);
            for (SourceFile file : files.content()) {
                if (EntryFormat.isEntry(file.path()) && file.size() <= TextDecoder.maxBytes()) {
                    decoder.decode(files, file, problem -> {}).ifPresent(text -> found.addAll(in(file, text)));
                }
            }
            return found.stream().filter(Problem::isError).sorted().distinct().toList();
        }

        private List<Problem> in(SourceFile file, String text) {
            Optional<Entry> entry = reader.read(file, text, problem -> {});
            if (entry.isEmpty()) {
                return lines(file, text);
            }
            List<Problem> found = new ArrayList<>();
            disclosure.check(prose.read(entry.get(), text), found::add);
            return found;
        }

        /** Checks every line of an entry whose header cannot be parsed. */
        private List<Problem> lines(SourceFile file, String text) {
            return forbiddenLines(text).stream()
                    .map(line -> Problem.error("E222", file.path(), line, 1, "这一行有密级标志或不得公开的个人信息", ""))
                    .toList();
        }

        /** The numbers, from 1, of the lines of a text that must not be disclosed. */
        List<Integer> forbiddenLines(String text) {
            List<String> lines = text.lines().toList();
            return IntStream.rangeClosed(1, lines.size())
                    .filter(line -> disclosure.refuses(lines.get(line - 1)))
                    .boxed()
                    .toList();
        }
    }
}
