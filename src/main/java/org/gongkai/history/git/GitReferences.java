package org.gongkai.history.git;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.eclipse.jgit.errors.AmbiguousObjectException;
import org.eclipse.jgit.errors.IncorrectObjectTypeException;
import org.eclipse.jgit.errors.MissingObjectException;
import org.eclipse.jgit.errors.RevisionSyntaxException;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.Ref;
import org.eclipse.jgit.lib.RefUpdate.Result;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.revwalk.RevCommit;
import org.eclipse.jgit.revwalk.RevObject;
import org.eclipse.jgit.revwalk.RevTag;
import org.eclipse.jgit.revwalk.RevWalk;
import org.gongkai.history.git.commit.CommitId;
import org.gongkai.history.git.commit.CommitTimes;
import org.gongkai.history.git.commit.DamagedObject;

/** The branches and tags of a repository, and the commits that they and other revision expressions name. */
final class GitReferences {

    private final Repository repository;

    GitReferences(Repository repository) {
        this.repository = repository;
    }

    Optional<CommitId> head() throws IOException {
        return Optional.ofNullable(repository.resolve(Constants.HEAD)).map(id -> new CommitId(id.name()));
    }

    Optional<String> headBranch() throws IOException {
        Ref head = repository.exactRef(Constants.HEAD);
        return head != null && head.isSymbolic() ? Optional.of(head.getTarget().getName()) : Optional.empty();
    }

    void setHeadBranch(String name) throws IOException {
        Result result = repository.updateRef(Constants.HEAD).link(name);
        if (result != Result.FORCED && result != Result.NEW && result != Result.NO_CHANGE) {
            throw new IOException("仓库的默认分支改不成 " + name + "：" + result);
        }
    }

    List<String> branches() throws IOException {
        return repository.getRefDatabase().getRefsByPrefix(Constants.R_HEADS).stream()
                .map(Ref::getName)
                .sorted()
                .toList();
    }

    Optional<CommitId> reference(String name) throws IOException {
        Ref ref = repository.exactRef(name);
        return ref == null || ref.getObjectId() == null
                ? Optional.empty()
                : Optional.of(new CommitId(ref.getObjectId().name()));
    }

    CommitId commit(String revision) throws IOException {
        try {
            ObjectId commit = repository.resolve(revision + "^{commit}");
            if (commit != null) {
                return new CommitId(commit.name());
            }
        } catch (RevisionSyntaxException | IncorrectObjectTypeException | MissingObjectException e) {
            throw unknown(revision);
        } catch (AmbiguousObjectException e) {
            throw new NotCommitted("“" + revision + "”太短，有不止一个提交以它开头");
        } catch (RuntimeException e) {
            throw DamagedObject.converted("仓库里的“" + revision + "”这个提交已损坏", e);
        }
        throw unknown(revision);
    }

    private static NotCommitted unknown(String revision) {
        return new NotCommitted("git 仓库里没有“" + revision + "”这个提交");
    }

    List<GitTag> tags(String prefix) throws IOException {
        List<GitTag> tags = new ArrayList<>();
        try (RevWalk walk = new RevWalk(repository)) {
            for (Ref ref : repository.getRefDatabase().getRefsByPrefix(Constants.R_TAGS + prefix)) {
                if (walk.peel(walk.parseAny(ref.getObjectId())) instanceof RevCommit commit) {
                    tags.add(tag(ref.getName().substring((Constants.R_TAGS + prefix).length()), commit));
                }
            }
        } catch (RuntimeException e) {
            throw DamagedObject.converted("仓库里有标签指向的提交已损坏", e);
        }
        tags.sort(Comparator.comparing(GitTag::made).thenComparing(GitTag::name));
        return tags;
    }

    Optional<GitTag> tagged(String name, String object) throws IOException {
        try (RevWalk walk = new RevWalk(repository)) {
            return walk.peel(walk.parseAny(ObjectId.fromString(object))) instanceof RevCommit commit
                    ? Optional.of(tag(name, commit))
                    : Optional.empty();
        } catch (MissingObjectException e) {
            return Optional.empty();
        }
    }

    private static GitTag tag(String name, RevCommit commit) {
        return new GitTag(
                name,
                new CommitId(commit.name()),
                CommitTimes.of(commit.getRawBuffer()).committed().orElse(CommitTimes.UNKNOWN));
    }

    Optional<GitRepository.Named> named(String object) throws IOException {
        try (RevWalk walk = new RevWalk(repository)) {
            RevObject at = walk.parseAny(ObjectId.fromString(object));
            StringBuilder message = new StringBuilder();
            while (at instanceof RevTag tag) {
                message.append(tag.getFullMessage()).append('\n');
                at = walk.parseAny(tag.getObject());
            }
            return at instanceof RevCommit commit
                    ? Optional.of(new GitRepository.Named(new CommitId(commit.name()), message.toString()))
                    : Optional.empty();
        }
    }

    boolean isAncestor(CommitId earlier, CommitId later) throws IOException {
        try (RevWalk walk = new RevWalk(repository)) {
            return walk.isMergedInto(
                    walk.parseCommit(ObjectId.fromString(earlier.name())),
                    walk.parseCommit(ObjectId.fromString(later.name())));
        }
    }
}
