package org.gongkai.history.git.work.engine;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.FileMode;
import org.eclipse.jgit.lib.ObjectId;
import org.gongkai.history.git.work.engine.GitProcess.Result;
import org.gongkai.history.git.work.result.CommitResult;
import org.gongkai.history.git.work.result.FileChange;
import org.gongkai.history.git.work.result.Person;
import org.gongkai.history.git.work.result.TransferResult;
import org.gongkai.io.PlainFailure;
import org.gongkai.io.TemporaryFolder;

/**
 * The git of the machine. Paths are passed through files, never as arguments: they may begin with a hyphen, be many, or
 * not be encodable.
 */
record InstalledGit(GitEnvironment environment, GitProcess process, Path top, Path gitFolder, CommitTrees trees)
        implements GitEngine {

    private static final byte[] NOTHING = {};
    private static final String INDEX = "GIT_INDEX_FILE";
    private static final int DIED = 128;

    InstalledGit(GitEnvironment environment, Path top, Path gitFolder, CommitTrees trees) {
        this(
                environment,
                new GitProcess(environment.program().orElseThrow(), top, environment.variables()),
                top,
                gitFolder,
                trees);
    }

    /** Without those of included files. */
    @Override
    public List<String> ownSettings() throws IOException {
        return wanted(Map.of(), NOTHING, "config", "-z", "--local", "--list").records();
    }

    @Override
    public boolean isInstalled() {
        return true;
    }

    @Override
    public Map<String, String> settings() throws IOException {
        Map<String, String> settings = new HashMap<>();
        for (String line : wanted(Map.of(), NOTHING, "config", "-z", "--list").records()) {
            int end = line.indexOf('\n');
            settings.put(end < 0 ? line : line.substring(0, end), end < 0 ? "true" : line.substring(end + 1));
        }
        return settings;
    }

    @Override
    public Map<String, FileChange.Kind> differences() throws IOException {
        Map<String, FileChange.Kind> changes = new TreeMap<>();
        if (trees.commit(Constants.HEAD).isPresent()) {
            List<String> words = wanted(
                            Map.of(),
                            NOTHING,
                            "--no-optional-locks",
                            "diff",
                            "--no-ext-diff",
                            "--no-renames",
                            "--ignore-submodules=all",
                            "--name-status",
                            "-z",
                            "HEAD",
                            "--")
                    .records();
            for (int i = 0; i + 1 < words.size(); i += 2) {
                changes.put(words.get(i + 1), kind(words.get(i)));
            }
        } else {
            wanted(Map.of(), NOTHING, "ls-files", "-c", "-z").records().stream()
                    .filter(path -> Files.isRegularFile(top.resolve(path)))
                    .forEach(path -> changes.put(path, FileChange.Kind.NEW));
        }
        for (String path : wanted(Map.of(), NOTHING, "ls-files", "-o", "--exclude-standard", "-z")
                .records()) {
            if (!path.endsWith("/")) {
                changes.merge(path, FileChange.Kind.NEW, (staged, found) -> FileChange.Kind.MODIFIED);
            }
        }
        return changes;
    }

    private static FileChange.Kind kind(String letter) {
        return switch (letter) {
            case "A" -> FileChange.Kind.NEW;
            case "D" -> FileChange.Kind.DELETED;
            default -> FileChange.Kind.MODIFIED;
        };
    }

    @Override
    public Map<String, TreeFile> indexed(Collection<String> paths) throws IOException {
        Set<String> wanted = new HashSet<>(paths);
        Map<String, TreeFile> entries = new LinkedHashMap<>();
        for (String line : wanted(Map.of(), NOTHING, "ls-files", "-s", "-z").records()) {
            String path = line.substring(line.indexOf('\t') + 1);
            if (wanted.contains(path)) {
                String[] words = line.split("[ \t]", 4);
                entries.put(
                        path,
                        new TreeFile(FileMode.fromBits(Integer.parseInt(words[0], 8)), ObjectId.fromString(words[1])));
            }
        }
        return entries;
    }

    @Override
    public void setIndex(Map<String, Optional<TreeFile>> entries) throws IOException {
        setIndex(Map.of(), entries);
        // Without it the next command would read these files again. Its status says whether files differ.
        run(Map.of(), NOTHING, "update-index", "-q", "--refresh");
    }

    private void setIndex(Map<String, String> variables, Map<String, Optional<TreeFile>> entries) throws IOException {
        StringBuilder lines = new StringBuilder();
        entries.forEach((path, file) -> lines.append(file.map(f -> f.mode() + " " + f.id().name())
                        .orElse("0 " + ObjectId.zeroId().name()))
                .append('\t')
                .append(path)
                .append('\0'));
        wanted(variables, bytes(lines.toString()), "update-index", "-z", "--index-info");
    }

    @Override
    public void stage(Collection<String> paths) throws IOException {
        stage(Map.of(), paths);
    }

    private void stage(Map<String, String> variables, Collection<String> paths) throws IOException {
        wanted(variables, list(paths), "update-index", "--add", "--remove", "--replace", "-z", "--stdin");
    }

    @Override
    public CommitResult commit(Collection<String> paths, String message, Person user) throws IOException {
        try (TemporaryFolder folder = TemporaryFolder.create()) {
            Path index = folder.path().resolve("index");
            Map<String, String> own = Map.of(INDEX, index.toString());
            if (trees.commit(Constants.HEAD).isEmpty()) {
                wanted(own, NOTHING, "read-tree", "--empty");
            } else {
                // A copy, so that git need not read the files that it knows to be the same.
                if (Files.exists(gitFolder.resolve("index"))) {
                    Files.copy(gitFolder.resolve("index"), index);
                }
                wanted(own, NOTHING, "read-tree", "--reset", "HEAD");
            }
            stage(own, paths);
            Result result = run(
                    own,
                    bytes(message),
                    "-c",
                    "user.name=" + user.name(),
                    "-c",
                    "user.email=" + user.mail(),
                    "-c",
                    "i18n.commitEncoding=UTF-8",
                    "commit",
                    "-q",
                    "--cleanup=whitespace",
                    "-F",
                    "-");
            if (result.isSuccess()) {
                return new CommitResult.Committed(
                        trees.commit(Constants.HEAD).orElseThrow().name());
            }
            List<String> said = ServerText.lines(result.err());
            Optional<PlainFailure> cause = GitFailure.known(top, said);
            if (cause.isPresent()) {
                throw cause.get();
            }
            // A hook that refuses ends it with another status, or is named.
            if (result.status() == DIED && said.stream().noneMatch(line -> line.contains("by hook"))) {
                throw GitFailure.of(top, said);
            }
            return new CommitResult.Refused(TransferOutcome.refusal(result));
        }
    }

    @Override
    public Map<String, ObjectId> store(Collection<String> paths) throws IOException {
        List<String> files = paths.stream()
                .filter(path -> Files.isRegularFile(top.resolve(path)))
                .toList();
        byte[] lines = bytes(String.join("\n", files) + "\n");
        List<String> ids = files.isEmpty()
                ? List.of()
                : wanted(Map.of(), lines, "hash-object", "-w", "--stdin-paths")
                        .text()
                        .lines()
                        .toList();
        Map<String, ObjectId> stored = new TreeMap<>();
        for (int i = 0; i < files.size(); i++) {
            stored.put(files.get(i), ObjectId.fromString(ids.get(i)));
        }
        return stored;
    }

    @Override
    public void checkOut(Map<String, TreeFile> files, Path target) throws IOException {
        if (files.isEmpty()) {
            return;
        }
        Path index = target.resolve("gongkai-index");
        Map<String, String> own = Map.of(INDEX, index.toString());
        Map<String, Optional<TreeFile>> entries = new TreeMap<>();
        files.forEach((path, file) -> entries.put(path, Optional.of(file)));
        try {
            setIndex(own, entries);
            wanted(
                    own,
                    list(files.keySet()),
                    "checkout-index",
                    "-f",
                    "-z",
                    "--stdin",
                    "--prefix=" + target.toString().replace('\\', '/') + "/");
        } finally {
            Files.deleteIfExists(index);
        }
    }

    @Override
    public void moveHead(Optional<ObjectId> from, ObjectId to, String message) throws IOException {
        String old = from.orElse(ObjectId.zeroId()).name();
        wanted(Map.of(), NOTHING, "update-ref", "-m", message, "HEAD", to.name(), old);
    }

    @Override
    public TransferResult fetch(String remote, String refspec) throws IOException {
        return transfer(List.of("fetch", "--no-tags", "--no-recurse-submodules", "-q", "--", remote, refspec));
    }

    @Override
    public TransferResult push(String remote, String local, String target, boolean upstream) throws IOException {
        String tracking = upstream ? "--set-upstream" : "--no-set-upstream";
        return transfer(List.of(
                "push",
                "--porcelain",
                "--no-follow-tags",
                "--no-recurse-submodules",
                tracking,
                "--",
                remote,
                local + ":" + target));
    }

    private TransferResult transfer(List<String> arguments) throws IOException {
        List<String> words = new ArrayList<>();
        if (!environment.isAskedBySsh() && !settings().containsKey("core.sshcommand")) {
            words.addAll(List.of("-c", "core.sshCommand=ssh -o BatchMode=yes"));
        }
        words.addAll(arguments);
        return TransferOutcome.of(top, process.run(environment.network(), Map.of(), NOTHING, words));
    }

    private Result run(Map<String, String> variables, byte[] input, String... arguments) throws IOException {
        return process.run(environment.local(), variables, input, List.of(arguments));
    }

    /** Runs a command that must succeed. */
    private Result wanted(Map<String, String> variables, byte[] input, String... arguments) throws IOException {
        Result result = run(variables, input, arguments);
        if (!result.isSuccess()) {
            throw GitFailure.of(top, ServerText.lines(result.err()));
        }
        return result;
    }

    private static byte[] list(Collection<String> paths) {
        return bytes(String.join("\0", paths) + "\0");
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
