package org.gongkai.history.git.work;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.jgit.lib.Config;
import org.gongkai.io.TextResource;

/**
 * The git of the machine fetches and pushes: it has the credential helpers and the agent of the user, and runs the
 * hooks of a repository in a shared folder.
 */
record InstalledGit(Path program, Path top, GitEnvironment environment) {

    private static final List<String> OPTIONS = TextResource.list(InstalledGit.class, "options.txt");

    /** All settings that are in force here. */
    Config settings() throws IOException {
        GitProcess.Result result = run(List.of("config", "-z", "--list"), false);
        if (!result.isSuccess()) {
            throw GitFailure.of(top, result.errors());
        }
        Map<String, List<String>> values = new LinkedHashMap<>();
        for (String setting : result.text().split("\0")) {
            int end = setting.indexOf('\n');
            String name = end < 0 ? setting : setting.substring(0, end);
            values.computeIfAbsent(name, any -> new ArrayList<>()).add(end < 0 ? "true" : setting.substring(end + 1));
        }
        Config settings = new Config();
        values.forEach((name, all) -> {
            int first = name.indexOf('.');
            int last = name.lastIndexOf('.');
            if (first > 0) {
                String part = first == last ? null : name.substring(first + 1, last);
                settings.setStringList(name.substring(0, first), part, name.substring(last + 1), all);
            }
        });
        return settings;
    }

    TransferResult fetch(String remote, String refspec) throws IOException {
        return transfer(remote, "fetch", "--no-tags", "--no-recurse-submodules", "-q", "--", remote, refspec);
    }

    TransferResult push(String remote, String local, String target, boolean upstream) throws IOException {
        String tracking = upstream ? "--set-upstream" : "--no-set-upstream";
        return transfer(
                remote,
                "push",
                "--porcelain",
                "--no-follow-tags",
                "--no-recurse-submodules",
                tracking,
                "--",
                remote,
                local + ":" + target);
    }

    private TransferResult transfer(String remote, String... arguments) throws IOException {
        Optional<String> refusal = OwnSettings.refusal(settings(), remote);
        if (!environment.isTrusting() && refusal.isPresent()) {
            return TransferResult.of(TransferResult.Status.NOT_POSSIBLE, refusal.get());
        }
        List<String> words = new ArrayList<>();
        if (!environment.isAskedBySsh() && settings().getString("core", null, "sshcommand") == null) {
            words.addAll(List.of("-c", "core.sshCommand=ssh -o BatchMode=yes"));
        }
        words.addAll(List.of(arguments));
        return TransferOutcome.of(top, run(words, true));
    }

    private GitProcess.Result run(List<String> arguments, boolean isTransfer) throws IOException {
        List<String> command = new ArrayList<>(List.of(program.toString()));
        command.addAll(OPTIONS);
        command.addAll(arguments);
        try {
            return new GitProcess(top, environment.variables())
                    .run(isTransfer ? environment.network() : environment.local(), command);
        } catch (IOException e) {
            throw GitFailure.of(top, e);
        }
    }
}
