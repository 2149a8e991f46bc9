package org.gongkai.history.git.work.engine;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.eclipse.jgit.api.errors.GitAPIException;
import org.eclipse.jgit.errors.NotSupportedException;
import org.eclipse.jgit.errors.TransportException;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.NullProgressMonitor;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.lib.StoredConfig;
import org.eclipse.jgit.storage.file.FileRepositoryBuilder;
import org.eclipse.jgit.transport.PushResult;
import org.eclipse.jgit.transport.RefSpec;
import org.eclipse.jgit.transport.RemoteRefUpdate;
import org.eclipse.jgit.transport.SshTransport;
import org.eclipse.jgit.transport.TagOpt;
import org.eclipse.jgit.transport.Transport;
import org.eclipse.jgit.transport.URIish;
import org.gongkai.history.git.work.result.TransferResult;
import org.gongkai.history.git.work.result.TransferResult.Status;

/** Fetches and pushes through JGit. */
record EmbeddedTransfer(Repository repository, GitEnvironment environment) implements GitEngine.Transfer {

    private static final List<String> HOOKS = List.of("pre-receive", "update", "post-receive", "post-update");

    /** What JGit says if the server accepted no key. */
    private static final String LOGIN_DENIED = "Cannot log in at";

    private static final String PASSWORD =
            "服务器要用户名和密码，没有安装 git 时程序不询问也不保存密码；请让管理员安装 git 并记住密码，或者把服务器的地址换成用密钥登录的（ssh://）。";

    @Override
    public TransferResult fetch(String remote, String refspec) throws IOException {
        return transfer(remote, transport -> {
            transport.setTagOpt(TagOpt.NO_TAGS);
            String said = transport
                    .fetch(NullProgressMonitor.INSTANCE, List.of(new RefSpec(refspec)))
                    .getMessages();
            return new TransferResult(Status.DONE, said.lines().toList());
        });
    }

    @Override
    public TransferResult push(String remote, String local, String target, boolean upstream) throws IOException {
        return transfer(remote, transport -> {
            if (hasHooks(transport.getURI())) {
                return TransferResult.of(Status.NOT_POSSIBLE, "服务器的仓库在本机或者共享文件夹里，没有 git 就做不了上传时的检查；请让管理员安装 git，再上传。");
            }
            RemoteRefUpdate update =
                    new RemoteRefUpdate(repository, local, target, false, tracking(remote, target), null);
            PushResult result = transport.push(NullProgressMonitor.INSTANCE, List.of(update));
            List<String> said = result.getMessages().lines().toList();
            TransferResult transferred = new TransferResult(status(update.getStatus()), said(said, update));
            if (transferred.status() == Status.DONE && upstream) {
                setUpstream(remote, local, target);
            }
            return transferred;
        });
    }

    private static String tracking(String remote, String target) {
        return Constants.R_REMOTES + remote + "/" + Repository.shortenRefName(target);
    }

    private static List<String> said(List<String> server, RemoteRefUpdate update) {
        boolean hasReason = server.isEmpty() && update.getMessage() != null;
        return hasReason ? List.of(update.getMessage()) : server;
    }

    private static Status status(RemoteRefUpdate.Status status) {
        return switch (status) {
            case OK, UP_TO_DATE -> Status.DONE;
            case REJECTED_NONFASTFORWARD, REJECTED_REMOTE_CHANGED -> Status.NOT_FAST_FORWARD;
            case REJECTED_OTHER_REASON, REJECTED_NODELETE -> Status.REFUSED;
            default -> Status.FAILED;
        };
    }

    private void setUpstream(String remote, String local, String target) throws IOException {
        StoredConfig config = repository.getConfig();
        String branch = Repository.shortenRefName(local);
        config.setString("branch", branch, "remote", remote);
        config.setString("branch", branch, "merge", target);
        config.save();
    }

    /** JGit writes into a local repository by itself and runs none of its hooks, which check what is pushed. */
    private static boolean hasHooks(URIish address) throws IOException {
        if (address.isRemote() || address.getPath() == null) {
            return false;
        }
        FileRepositoryBuilder builder = new FileRepositoryBuilder()
                .addCeilingDirectory(
                        Path.of(address.getPath()).toAbsolutePath().getParent().toFile())
                .findGitDir(Path.of(address.getPath()).toFile());
        if (builder.getGitDir() == null) {
            return false;
        }
        try (Repository server = builder.build()) {
            String folder = server.getConfig().getString("core", null, "hooksPath");
            Path hooks = server.getDirectory().toPath().resolve(folder == null ? "hooks" : folder);
            return HOOKS.stream().anyMatch(hook -> Files.exists(hooks.resolve(hook)));
        }
    }

    /** What is done with an open connection. */
    private interface Work {
        TransferResult with(Transport transport) throws IOException, GitAPIException;
    }

    private TransferResult transfer(String remote, Work work) throws IOException {
        try (EmbeddedSsh ssh = new EmbeddedSsh(environment.userFolder())) {
            return new LimitedTransfer(() -> transfer(remote, work, ssh), ssh::close).run(environment.network());
        }
    }

    private TransferResult transfer(String remote, Work work, EmbeddedSsh ssh) throws IOException {
        try (Transport transport = Transport.open(repository, remote)) {
            transport.setTimeout((int) environment.network().toSeconds());
            if (transport instanceof SshTransport overSsh) {
                overSsh.setSshSessionFactory(ssh);
            }
            return work.with(transport);
        } catch (NotSupportedException e) {
            return TransferResult.of(Status.NOT_POSSIBLE, "没有安装 git 时不支持这样的服务器地址；请安装 git。");
        } catch (URISyntaxException e) {
            return TransferResult.of(Status.NOT_POSSIBLE, "服务器的地址写得不对：" + e.getInput());
        } catch (TransportException | GitAPIException e) {
            return failed(e, ssh.attempt());
        }
    }

    private static TransferResult failed(Exception e, EmbeddedSsh.Attempt attempt) {
        Optional<String> unknown = attempt.unknownHost();
        if (unknown.isPresent()) {
            return TransferResult.of(Status.NOT_POSSIBLE, unknown.get());
        }
        String causes = causes(e);
        if (causes.contains(LOGIN_DENIED)) {
            return TransferResult.of(Status.NOT_POSSIBLE, attempt.missingKey());
        }
        Status status = TransferOutcome.cause(causes);
        return status == Status.NEEDS_LOGIN
                ? TransferResult.of(Status.NOT_POSSIBLE, PASSWORD)
                : TransferResult.of(status, String.valueOf(e.getMessage()));
    }

    private static String causes(Throwable e) {
        StringBuilder text = new StringBuilder();
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            text.append(cause).append('\n');
        }
        return text.toString();
    }

    /**
     * A transfer of JGit in a thread of its own. Neither a timeout nor an interruption ends what JGit waits for over
     * SSH.
     *
     * @param stop closes the connection
     */
    private record LimitedTransfer(Callable<TransferResult> transfer, Runnable stop) {

        private static final Duration GRACE = Duration.ofSeconds(3);

        /** Runs it, and ends it after some time or when this thread is interrupted. */
        TransferResult run(Duration limit) throws IOException {
            FutureTask<TransferResult> task = new FutureTask<>(transfer);
            Thread worker = new Thread(task, "transfer");
            worker.setDaemon(true);
            worker.start();
            try {
                return task.get(limit.toMillis(), TimeUnit.MILLISECONDS);
            } catch (TimeoutException e) {
                end(worker);
                return TransferResult.of(Status.TIMED_OUT);
            } catch (InterruptedException e) {
                end(worker);
                Thread.currentThread().interrupt();
                return TransferResult.of(Status.CANCELLED);
            } catch (ExecutionException e) {
                if (e.getCause() instanceof IOException failure) {
                    throw failure;
                }
                throw new IllegalStateException(e.getCause());
            }
        }

        private void end(Thread worker) {
            worker.interrupt();
            stop.run();
            try {
                worker.join(GRACE.toMillis());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
