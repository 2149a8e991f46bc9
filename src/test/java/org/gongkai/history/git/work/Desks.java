package org.gongkai.history.git.work;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.FutureTask;
import org.gongkai.history.git.work.WorkingCopyState.Person;
import org.gongkai.testing.GitServer;

/** A server, and clones of it in which secretaries work. */
class Desks {

    /** Whether git is installed, or JGit is alone. */
    enum Engine {
        GIT,
        JGIT
    }

    static final Optional<Person> HE = Optional.of(new Person("何一鸣", "he@shili.example"));

    private final GitServer server;
    private final Path folder;
    private final Engine engine;

    Desks(Path folder) {
        this(folder, Engine.GIT);
    }

    Desks(Path folder, Engine engine) {
        this.server = new GitServer(folder);
        this.folder = folder;
        this.engine = engine;
    }

    GitServer server() {
        return server;
    }

    String git(Path folder, String... arguments) {
        return server.git(folder, arguments);
    }

    /** The address of the server in a clone. */
    void setAddress(Path clone, String address) {
        git(clone, "remote", "set-url", "origin", address);
    }

    /** A work tree without a commit, and with the server. */
    Path fresh(String branch) {
        Path fresh = folder.resolve("fresh");
        git(folder, "init", "-q", "-b", branch, fresh.toString());
        git(fresh, "remote", "add", "origin", server.repository().toString());
        return fresh;
    }

    /** Somebody else commits and pushes all that is in a clone. */
    void pushed(Path theirs) {
        server.commit(theirs, "甲的改动");
        assertThat(server.push(theirs).status()).isZero();
    }

    /** Pushes the first files. */
    Desks begun(String... pathsAndTexts) {
        Path first = server.cloned("first");
        for (int i = 0; i < pathsAndTexts.length; i += 2) {
            GitServer.write(first, pathsAndTexts[i], pathsAndTexts[i + 1]);
        }
        server.commit(first, "开始");
        assertThat(server.push(first).status()).isZero();
        return this;
    }

    /** A clone. */
    Path clone(String name) {
        Path clone = server.cloned(name);
        server.git(clone, "config", "user.name", name);
        server.git(clone, "config", "user.email", "test@shili.example");
        return clone;
    }

    WorkingCopy open(Path clone) {
        try {
            return WorkingCopy.open(clone, environment(Map.of())).orElseThrow();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The environment of the tests, without settings of the machine. */
    GitEnvironment environment(Map<String, String> more) {
        Map<String, String> variables = new TreeMap<>(Map.of(
                "PATH",
                engine == Engine.GIT ? System.getenv("PATH") : "",
                "HOME",
                folder.toString(),
                "LANG",
                "C.UTF-8",
                "GIT_CONFIG_GLOBAL",
                "/dev/null",
                "GIT_CONFIG_NOSYSTEM",
                "1"));
        variables.putAll(more);
        return GitEnvironment.of(variables).trusting();
    }

    String status(Path clone) {
        return server.git(clone, "status", "--porcelain", "-uall");
    }

    /** The subject of the last commit and the files that it changed. */
    String last(Path clone) {
        return server.git(clone, "log", "-1", "--format=%s", "--name-status", "--no-renames")
                .replace("\n\n", "\n")
                .strip();
    }

    static String read(Path clone, String path) {
        try {
            return Files.readString(clone.resolve(path));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static void hook(Path hooks, String name, String script) {
        GitServer.write(hooks, name, "#!/bin/sh\n" + script);
        assertThat(hooks.resolve(name).toFile().setExecutable(true)).isTrue();
    }

    /** The result of a push that is cancelled once the server has begun to check it, which takes for ever. */
    TransferResult cancelled(Callable<TransferResult> push) throws Exception {
        Path began = server().repository().resolveSibling("began");
        hook(server().repository().resolve("hooks"), "pre-receive", "touch '" + began + "'\nexec sleep 60\n");
        FutureTask<TransferResult> result = new FutureTask<>(push);
        Thread pushing = new Thread(result);
        pushing.start();
        while (!Files.exists(began) && pushing.isAlive()) {
            Thread.onSpinWait();
        }
        pushing.interrupt();
        return result.get();
    }

    static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
