package org.gongkai.publish.push;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.gongkai.history.git.GitRepository;
import org.gongkai.history.git.commit.CommitId;
import org.gongkai.history.git.commit.NewCommit;
import org.gongkai.input.source.PortableNames;
import org.gongkai.input.source.SourceTree;
import org.gongkai.problem.Problem;
import org.gongkai.publish.push.NewCommitsCheck.Found;

/**
 * Checks the content of single commits. Thread-safe.
 *
 * @param tips the commits that references are set to
 * @param finder the check of texts; empty if they are not checked
 */
record CommitContentCheck(GitRepository git, List<CommitId> tips, Optional<ConfidentialTextFinder> finder) {

    CommitContentCheck {
        tips = List.copyOf(tips);
    }

    /** What must not be pushed of a commit: its metadata, its file names and its texts. */
    List<Found> check(NewCommit commit) {
        List<Found> found = new ArrayList<>();
        if (!commit.dated()) {
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
        return new Found(Optional.of(commit.id()), commit.subject(), path, line, what);
    }

    /** Whether a path is in a pushed reference. A name that a later commit corrects does not prevent a checkout. */
    private boolean isInTip(String path) {
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

    /** Whether a parent has the problem too: then it is reported there, or was in the repository before. */
    private boolean isInherited(ConfidentialTextFinder texts, NewCommit commit, Problem problem) {
        return commit.parents().stream()
                .flatMap(parent -> texts.in(file(parent, problem.path())).stream())
                .anyMatch(known -> isSame(known, problem));
    }

    private static boolean isSame(Problem one, Problem other) {
        return one.code().equals(other.code()) && one.message().equals(other.message());
    }

    private SourceTree file(CommitId commit, String path) {
        try {
            return git.file(commit, path);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
