package org.gongkai.history.git.work;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.jgit.lib.Config;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.lib.StoredConfig;
import org.eclipse.jgit.revwalk.RevCommit;
import org.gongkai.history.git.work.WorkingCopyState.Person;

/** Asks a work tree where it stands. */
record WorkTreeStatus(Repository repository, GitEngine engine, CommitTrees trees) {

    /** No editor of a message is open for so long. */
    private static final Duration ABANDONED = Duration.ofDays(1);

    /** What is checked out, without asking the server. */
    WorkingCopyState state() throws IOException {
        Optional<ObjectId> head = trees.commit(Constants.HEAD);
        Optional<ObjectId> theirs = theirs();
        List<RevCommit> unsent = head.isPresent() ? trees.without(theirs, head.get()) : List.of();
        int behind = head.isPresent() && theirs.isPresent()
                ? trees.without(head, theirs.get()).size()
                : 0;
        List<String> names = unsent.stream().map(RevCommit::name).toList();
        return new WorkingCopyState(remote().local(), head.map(ObjectId::name), names, behind, unfinished());
    }

    /** The last commit of the server, as far as is known without asking it. */
    private Optional<ObjectId> theirs() throws IOException {
        Optional<String> tracking = remote().tracking();
        return tracking.isPresent() ? trees.commit(tracking.get()) : Optional.empty();
    }

    /** The files in which the commit that is checked out differs from what the server has. */
    Set<String> unsentFiles() throws IOException {
        Optional<ObjectId> head = trees.commit(Constants.HEAD);
        Optional<ObjectId> theirs = theirs();
        if (head.isEmpty()) {
            return Set.of();
        }
        Optional<ObjectId> base = theirs.isPresent() ? trees.mergeBase(head.get(), theirs.get()) : theirs;
        return trees.differences(base, base, head.get()).keySet();
    }

    /** Where the branch is pulled from and pushed to. */
    RemoteBranch remote() throws IOException {
        return RemoteBranch.of(branch().map(Repository::shortenRefName), engine.settings());
    }

    /** The full name of the branch that is checked out; empty if there is none. */
    private Optional<String> branch() throws IOException {
        return Optional.ofNullable(repository.getFullBranch()).filter(name -> name.startsWith(Constants.R_HEADS));
    }

    /** Who commits; empty if no name or no mail address is set. */
    Optional<Person> user() throws IOException {
        String name = Objects.toString(engine.settings().getString("user", null, "name"), "");
        String mail = Objects.toString(engine.settings().getString("user", null, "email"), "");
        return name.isBlank() || mail.isBlank() ? Optional.empty() : Optional.of(new Person(name, mail));
    }

    /** Sets who commits in this repository. To be called while the lock of the source is held. */
    void identify(Person user) throws IOException {
        deleteAbandonedLocks();
        StoredConfig config = repository.getConfig();
        config.setString("user", null, "name", user.name());
        config.setString("user", null, "email", user.mail());
        config.save();
    }

    private Optional<String> unfinished() {
        return switch (repository.getRepositoryState()) {
            case MERGING, MERGING_RESOLVED -> Optional.of("有一次合并没有完成");
            case REBASING, REBASING_INTERACTIVE, REBASING_MERGE, REBASING_REBASING -> Optional.of("有一次变基没有完成");
            case CHERRY_PICKING, CHERRY_PICKING_RESOLVED -> Optional.of("有一次拣选提交没有完成");
            case REVERTING, REVERTING_RESOLVED -> Optional.of("有一次还原提交没有完成");
            default -> Optional.empty();
        };
    }

    /** Returns why nothing can be written now, in Chinese. To be called while the lock of the source is held. */
    Optional<String> obstacle() throws IOException {
        deleteAbandonedLocks();
        Path own = repository.getDirectory().toPath();
        return Stream.concat(
                        Stream.of(own.resolve("index"), own.resolve(Constants.HEAD)),
                        branch().map(shared()::resolve).stream())
                .map(WorkTreeStatus::lock)
                .filter(Files::exists)
                .findFirst()
                .map(GitFailure::locked)
                .or(() -> unfinished().map(what -> what + "，请先用开始它的程序完成或放弃"));
    }

    /** Deletes the locks that a desk needs if they are so old that a killed process must have left them. */
    private void deleteAbandonedLocks() throws IOException {
        Path own = repository.getDirectory().toPath();
        Stream<Path> references =
                Stream.concat(branch().stream(), remote().tracking().stream()).map(shared()::resolve);
        Stream<Path> files = Stream.of(
                own.resolve("index"),
                own.resolve(Constants.HEAD),
                shared().resolve("config"),
                shared().resolve("packed-refs"));
        Instant yesterday = Clock.systemUTC().instant().minus(ABANDONED);
        for (Path lock :
                Stream.concat(files, references).map(WorkTreeStatus::lock).toList()) {
            if (Files.isRegularFile(lock, LinkOption.NOFOLLOW_LINKS)
                    && Files.getLastModifiedTime(lock).toInstant().isBefore(yesterday)) {
                Files.deleteIfExists(lock);
            }
        }
    }

    /** The folder of git of all work trees. */
    private Path shared() {
        return repository.getCommonDirectory().toPath();
    }

    private static Path lock(Path file) {
        return Path.of(file + ".lock");
    }

    /**
     * Where a branch is pulled from and pushed to.
     *
     * @param local the short name of the branch; empty if there is none
     * @param remote the name of the remote; empty if there is none, or several and none is chosen
     * @param branch the short name of the branch on the server
     * @param isUpstreamSet whether the settings say so; otherwise it is the only remote and the same name
     */
    record RemoteBranch(
            Optional<String> local, Optional<String> remote, Optional<String> branch, boolean isUpstreamSet) {

        static RemoteBranch of(Optional<String> local, Config settings) {
            if (local.isEmpty()) {
                return new RemoteBranch(local, Optional.empty(), Optional.empty(), false);
            }
            String remote = settings.getString("branch", local.get(), "remote");
            String merge = settings.getString("branch", local.get(), "merge");
            Set<String> remotes = settings.getSubsections("remote").stream()
                    .filter(name -> settings.getString("remote", name, "url") != null)
                    .collect(Collectors.toSet());
            if (remotes.contains(remote) && merge != null && merge.startsWith(Constants.R_HEADS)) {
                String branch = merge.substring(Constants.R_HEADS.length());
                return new RemoteBranch(local, Optional.of(remote), Optional.of(branch), true);
            }
            Optional<String> only = remotes.size() == 1 ? remotes.stream().findFirst() : Optional.empty();
            return new RemoteBranch(local, only, local, false);
        }

        /** The reference in which the branch of the server is remembered. */
        Optional<String> tracking() {
            return remote.map(name -> Constants.R_REMOTES + name + "/" + branch.orElseThrow());
        }

        /** Returns what is missing for a transfer, in Chinese. */
        Optional<String> missing() {
            if (local.isEmpty()) {
                return Optional.of("现在没有检出任何分支，请先切换到一个分支");
            }
            return remote.isEmpty() ? Optional.of("没有设置服务器，或者有几个服务器而没有选定一个，请先设置") : Optional.empty();
        }

        /** Whether a fetch failed because the server has no such branch yet, as before the first push. */
        boolean isMissingOnServer(TransferResult fetched) {
            return fetched.status() == TransferResult.Status.NOT_FOUND
                    && fetched.lines().stream().anyMatch(line -> line.contains("couldn't find remote ref"));
        }
    }
}
