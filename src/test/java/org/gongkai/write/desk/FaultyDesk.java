package org.gongkai.write.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.InflaterInputStream;
import java.util.zip.ZipException;
import org.eclipse.jgit.dircache.DirCache;
import org.eclipse.jgit.dircache.DirCacheEntry;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectInserter;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.storage.file.FileRepositoryBuilder;
import org.eclipse.jgit.treewalk.TreeWalk;
import org.eclipse.jgit.util.FS;
import org.gongkai.history.git.work.CommitResult;
import org.gongkai.history.git.work.WorkingCopy;
import org.gongkai.io.FileTrees;
import org.gongkai.io.Json;
import org.gongkai.testing.DiskFaults;
import org.gongkai.testing.DiskFaults.Call;
import org.gongkai.testing.DiskFaults.Fault;
import org.gongkai.testing.GitFolder;
import org.gongkai.testing.RunningDesk;
import org.gongkai.write.desk.DeskClient.Answer;

/**
 * A desk in a process of its own, on a disk that goes wrong at one call. It need not die for its death to be tried: another
 * desk takes over the disk as it was before a call. Its disk has the site and its temporary files.
 */
final class FaultyDesk implements AutoCloseable {

    /** Where no git is found. */
    static final String NO_GIT = "/nowhere";

    private static final String OTHER = "content/通知/学习.md";
    private static final String HEADER = "---\n标题: 关于开会的通知\n文种: 通知\n发布日期: 2024-05-06\n状态: 草稿\n---\n";
    private static final String OLD = "\n定于3月10日开会。\n";
    private static final String TYPED_BEFORE = "\n定于3月11日开\n";

    private static final Pattern ENGLISH =
            Pattern.compile("(?i)exception|fatal|error|abort|unable|cannot|couldn't|could not|fail");
    private static final Pattern LOCK = Pattern.compile("上次没有正常结束（有文件 (.*\\.lock)）");

    /** What is asked of a desk. */
    enum Work {
        SAVE("content/通知/开会.md", 7),
        SAVE_NEW("content/通知/植树.md", 7),
        COMMIT("content/通知/开会.md", 29);

        private final String path;
        private final int fewest;

        Work(String path, int fewest) {
            this.path = path;
            this.fewest = fewest;
        }
    }

    private final Path folder;
    private final Path site;
    private final Path prepared;
    private final String git;
    private final DiskFaults faults;
    private final DeskClient desk;
    private final String firstCommit;
    private final List<String> broken = new ArrayList<>();
    private String version = "";
    private int rounds = 1000;
    private Work work = Work.SAVE;
    private String body = TYPED_BEFORE;

    /**
     * Starts it.
     *
     * @param library what {@link DiskFaults#library} has made
     * @param git where it finds git
     */
    FaultyDesk(Path folder, Path library, String git) throws IOException {
        this.folder = folder;
        this.git = git;
        Path disk = folder.resolve("disk");
        site = disk.resolve("site");
        prepared = folder.resolve("prepared");
        firstCommit = makeSite();
        faults = new DiskFaults(library, disk, folder);
        Map<String, String> variables = new HashMap<>(faults.variables());
        variables.put("PATH", git);
        variables.put(
                "JAVA_TOOL_OPTIONS",
                "-XX:+UseSerialGC -XX:TieredStopAtLevel=1 -XX:-UsePerfData -Djdk.lang.Process.launchMechanism=VFORK -Djava.io.tmpdir="
                        + Files.createDirectories(disk.resolve("temporary")));
        desk = new DeskClient(new RunningDesk(site, variables));
    }

    /** Opens the entry and types. */
    void begin() throws IOException {
        version = desk.get("api/entry", "path", work.path).json().text("version");
        for (Work each : List.of(Work.SAVE, Work.SAVE_NEW)) {
            work = each;
            assertThat(desk.post("api/draft", typed()).status()).isEqualTo(200);
        }
        copy(site, prepared);
        // All are copies, of which git takes no file for the one that the index names.
        Path fresh = folder.resolve("fresh");
        copy(prepared, fresh);
        take(fresh);
        FileTrees.delete(fresh);
        copy(prepared, fresh);
    }

    private String makeSite() throws IOException {
        Files.createDirectories(site.resolve(OTHER).getParent());
        Files.writeString(site.resolve(OTHER), HEADER);
        Files.writeString(site.resolve(Work.SAVE.path), HEADER + OLD);
        GitFolder repository = new GitFolder(site);
        repository.git("config", "user.name", "何一鸣");
        repository.git("config", "user.email", "he@shili.example");
        repository.commit("开始");
        // As in a repository that has been in use for long; else each commit would make another number of them.
        for (int i = 0; i < 256; i++) {
            Files.createDirectories(site.resolve(".git/objects").resolve(String.format("%02x", i)));
        }
        return repository.git("rev-parse", "HEAD").strip();
    }

    @Override
    public void close() {
        desk.close();
    }

    /** What was wrong, with the work, the fault and the call. */
    List<String> broken() {
        return broken;
    }

    /**
     * Does some work once, and lets another desk take over what is on the disk before each call, as if all processes died
     * there. What equals a disk that was tried is not tried again.
     */
    void everyDeath(Work asked) throws IOException {
        work = asked;
        prepare();
        Path left = Files.createDirectories(folder.resolve("left"));
        Set<String> seen = new HashSet<>();
        List<Call> deaths = new ArrayList<>();
        faults.beforeEachCall(() -> assertThat(isDone(ask(desk))).isTrue(), call -> {
            if (seen.add(onDisk())) {
                copy(site, left.resolve("" + deaths.size()));
                deaths.add(call);
            }
        });
        // It says of nothing that it is done but of what is on the disk.
        checkDone();
        for (int i = 0; i < deaths.size(); i++) {
            try {
                take(left.resolve("" + i));
                theNextDeskTakesOver();
            } catch (AssertionError e) {
                broken.add(work + " dead before " + deaths.get(i) + ": " + e.getMessage());
            }
        }
        FileTrees.delete(left);
        report("death at each of ", deaths.size(), deaths);
    }

    /** Does some work again and again from the same beginning, each time with the fault at another call. */
    void everyCall(Work asked, Fault fault) throws IOException {
        work = asked;
        prepare();
        List<Call> calls = faults.calls(() -> assertThat(isDone(ask(desk))).isTrue());
        Set<String> seen = new HashSet<>();
        Set<String> ends = new HashSet<>();
        int changes = 0;
        int points = 0;
        for (int i = 0; i < calls.size(); i++) {
            Call call = calls.get(i);
            boolean isTemporary = call.path().startsWith("/temporary/");
            changes += isTemporary ? 0 : 1;
            // For each run of git there are the same temporary files. As long as the site is the same, the first of
            // each kind
            // fails; that the disk is full is one kind, whatever the site is.
            String kind = call.name() + call.path().replaceAll("\\d+", "") + (fault == Fault.FAILS ? changes : "");
            if (!isTemporary || seen.add(kind)) {
                points++;
                try {
                    round(fault, i + 1, call, ends);
                } catch (AssertionError e) {
                    broken.add(work + " " + fault + " at " + (i + 1) + ", " + call + ": " + e.getMessage());
                }
            }
        }
        report(fault + " at each of ", points, calls);
    }

    private void report(String what, int points, List<Call> calls) {
        System.out.println(work + (git.equals(NO_GIT) ? " without git" : "") + ": " + what + points + " calls");
        if (points < work.fewest) {
            broken.add("no more calls than " + calls);
        }
    }

    /** @param ends how rounds before this one ended; the same is asked again only after another end */
    private void round(Fault fault, int at, Call call, Set<String> ends) throws IOException {
        prepare();
        faults.arm(fault, at);
        Answer answer = ask(desk);
        faults.disarm();
        checkBetween();
        boolean isDone = isDone(answer);
        if (!isDone) {
            checkPlain(answer);
        }
        if (ends.add(isDone + onDisk())) {
            if (isDone) {
                checkDone();
            } else {
                again(() -> ask(desk));
            }
        }
        assertThat(faults.hit().map(Call::name)).contains(call.name());
    }

    /** What is on the disk of the site, without what differs from round to round: numbers, times and names of objects. */
    private String onDisk() throws IOException {
        StringBuilder found = new StringBuilder();
        try (Stream<Path> files = Files.walk(site)) {
            for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                String path = site.relativize(file).toString();
                boolean isCache = path.startsWith(".git/gongkai/") && !path.startsWith(".git/gongkai/desk/");
                if (!isCache && !isSame(file, prepared.resolve(path))) {
                    found.append(plain(path.replaceAll("tmp_obj_.*", "tmp"))).append(' ');
                    found.append(path.startsWith(".git/objects/") ? object(file) : plain(content(file)))
                            .append('\n');
                }
            }
        } catch (UncheckedIOException | NoSuchFileException e) {
            return "a file went while it was read " + rounds;
        }
        return found.toString();
    }

    private String plain(String text) {
        return text.replace(firstCommit, "first")
                .replaceAll("[0-9a-f]{20,}", "id")
                .replaceAll("\\d{4,}", "number");
    }

    /** The text of a file; of the index its entries. */
    private String content(Path file) throws IOException {
        if (!file.getFileName().toString().startsWith("index")) {
            return Files.readString(file, StandardCharsets.ISO_8859_1);
        }
        try {
            StringBuilder entries = new StringBuilder();
            DirCache index = DirCache.read(file.toFile(), FS.DETECTED);
            for (int i = 0; i < index.getEntryCount(); i++) {
                DirCacheEntry entry = index.getEntry(i);
                boolean isNew = entry.getObjectId().equals(id());
                entries.append(entry.getPathString()).append(entry.getStage()).append(isNew);
            }
            return entries.toString();
        } catch (IOException e) {
            return "broken after " + Files.size(file);
        }
    }

    /** The type and the length of an object. */
    private static String object(Path file) throws IOException {
        try (InputStream in = new InflaterInputStream(Files.newInputStream(file))) {
            return new String(in.readAllBytes(), StandardCharsets.ISO_8859_1).replaceAll("(?s)\0.*", "");
        } catch (EOFException | ZipException e) {
            return "broken after " + Files.size(file);
        }
    }

    /** Puts the site back as it was. Never the same text twice: JGit remembers what it has stored. */
    private void prepare() throws IOException {
        Path fresh = folder.resolve("fresh");
        mirror(prepared, fresh);
        Path objects;
        do {
            body = "\n定于3月12日开会，第" + rounds++ + "次。\n";
            objects = fresh.resolve(".git/objects").resolve(id().name().substring(0, 2));
        } while (objects.toFile().list().length > 0);
        Files.delete(objects);
        if (work == Work.COMMIT) {
            Files.writeString(fresh.resolve(work.path), HEADER + body);
        }
        take(fresh);
    }

    /** The name under which git stores what is saved. */
    private ObjectId id() {
        byte[] text = (HEADER + body).getBytes(StandardCharsets.UTF_8);
        return new ObjectInserter.Formatter().idFor(Constants.OBJ_BLOB, text);
    }

    /** In a moment, because desks look after their site; and with other files than those that are locked. */
    private void take(Path fresh) throws IOException {
        Path was = folder.resolve("was");
        Files.move(site, was);
        Files.move(fresh, site);
        if (fresh.equals(folder.resolve("fresh"))) {
            Files.move(was, fresh);
        } else {
            FileTrees.delete(was);
        }
    }

    private void theNextDeskTakesOver() throws IOException {
        checkBetween();
        if (work == Work.COMMIT) {
            try (WorkingCopy copy =
                    WorkingCopy.open(site, DeskClient.environment(git)).orElseThrow()) {
                again(() -> commit(copy));
            }
            return;
        }
        try (DeskClient next = new DeskClient(site, git);
                Stream<Path> entries = Files.walk(site.resolve("content"));
                Stream<Path> journal = Files.walk(site.resolve(".git/gongkai/desk"))) {
            assertThat(Stream.concat(entries, journal).map(Path::toString)).noneMatch(file -> file.endsWith(".tmp"));
            again(() -> ask(next));
        }
    }

    /** Commits as a desk does, which need not be opened for it. */
    private Answer commit(WorkingCopy copy) {
        try {
            CommitResult result = copy.commit(List.of(work.path), "改期", Optional.empty());
            if (result instanceof CommitResult.NotPossible reason) {
                return new Answer(200, Json.of(Map.of("result", "refused", "lines", List.of(reason.reason() + "。"))));
            }
            assertThat(result).isInstanceOfAny(CommitResult.Committed.class, CommitResult.NothingChanged.class);
            return new Answer(200, Json.of(Map.of("result", "done")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The file is the old one or the new one, and so is the commit; what was typed is in the file or in the journal. */
    private void checkBetween() throws IOException {
        Optional<String> before = before();
        assertThat(stored()).isIn(before, Optional.of(HEADER + body));
        if (work != Work.COMMIT && stored().equals(before)) {
            assertThat(drafts()).hasSize(1).isSubsetOf(HEADER + TYPED_BEFORE, HEADER + body);
        }
        Map<String, String> old = new TreeMap<>(Map.of(OTHER, HEADER, Work.SAVE.path, HEADER + OLD));
        Map<String, String> fresh = new TreeMap<>(old);
        fresh.put(work.path, HEADER + body);
        assertThat(committed()).isIn(old, work == Work.COMMIT ? fresh : old);
    }

    private Optional<String> before() {
        return switch (work) {
            case SAVE -> Optional.of(HEADER + OLD);
            case SAVE_NEW -> Optional.empty();
            case COMMIT -> Optional.of(HEADER + body);
        };
    }

    private Optional<String> stored() throws IOException {
        Path file = site.resolve(work.path);
        return Files.exists(file) ? Optional.of(Files.readString(file)) : Optional.empty();
    }

    private List<String> drafts() throws IOException {
        try (Stream<Path> journals = Files.list(site.resolve(".git/gongkai/desk"))) {
            return new Drafts(journals.findFirst().orElseThrow(), Clock.systemUTC())
                    .all().stream()
                            .filter(draft -> draft.path().equals(work.path))
                            .map(Drafts.Draft::text)
                            .toList();
        }
    }

    /** The files of the last commit. */
    private Map<String, String> committed() throws IOException {
        Map<String, String> files = new TreeMap<>();
        try (Repository repository = new FileRepositoryBuilder()
                        .setGitDir(site.resolve(".git").toFile())
                        .build();
                TreeWalk walk = new TreeWalk(repository)) {
            walk.addTree(repository.resolve("HEAD^{tree}"));
            walk.setRecursive(true);
            while (walk.next()) {
                byte[] bytes = repository.open(walk.getObjectId(0)).getBytes();
                files.put(walk.getPathString(), new String(bytes, StandardCharsets.UTF_8));
            }
        }
        return files;
    }

    /** Nothing is wrong any more, and the same is asked again. */
    private void again(Supplier<Answer> asked) throws IOException {
        Answer answer = asked.get();
        // Those of a dead git, of which only the user knows that no other is at work.
        for (Matcher lock = LOCK.matcher(answer.text()); lock.find(); lock.reset(answer.text())) {
            checkPlain(answer);
            Files.delete(Path.of(lock.group(1)));
            answer = asked.get();
        }
        boolean wasDone = work == Work.COMMIT && answer.toString().equals("409 选中的文件已经没有修改了，请重新打开这一页。");
        assertThat(wasDone || isDone(answer)).as("then answered " + answer).isTrue();
        checkDone();
    }

    private void checkDone() throws IOException {
        assertThat(stored()).contains(HEADER + body);
        if (work != Work.COMMIT) {
            assertThat(drafts()).isSubsetOf(HEADER + body);
        } else {
            assertThat(committed()).containsEntry(work.path, HEADER + body).hasSize(2);
            assertThat(said("git", "-C", site.toString(), "status", "--porcelain"))
                    .isEmpty();
            assertThat(said("git", "-C", site.toString(), "fsck", "--strict", "--no-dangling"))
                    .isEmpty();
        }
    }

    private Answer ask(DeskClient who) {
        return work == Work.COMMIT
                ? who.post("api/commit", "paths", List.of(work.path), "message", "改期")
                : who.post("api/save", typed());
    }

    private Object[] typed() {
        String base = work == Work.SAVE_NEW ? "" : version;
        return new Object[] {
            "path", work.path, "window", DeskClient.WINDOW, "base", base, "header", HEADER, "body", body
        };
    }

    private boolean isDone(Answer answer) {
        return answer.status() == 200
                && (work == Work.COMMIT
                        ? answer.json().text("result").equals("done")
                        : !answer.json().bool("conflict"));
    }

    /** It says in Chinese what is wrong. */
    private static void checkPlain(Answer answer) {
        assertThat(answer.status()).isNotEqualTo(500);
        List<String> lines =
                Json.object(answer.text()).map(json -> json.texts("lines")).orElse(List.of(answer.text()));
        assertThat(lines).isNotEmpty().allMatch(line -> line.codePoints().anyMatch(Character::isIdeographic));
        assertThat(lines).noneMatch(line -> ENGLISH.matcher(line).find());
    }

    /** Makes a folder the same as another; most of it is the same already. */
    private static void mirror(Path from, Path to) throws IOException {
        for (Path file : below(from)) {
            Path target = to.resolve(from.relativize(file));
            if (Files.isDirectory(file)) {
                Files.createDirectories(target);
            } else if (!isSame(file, target)) {
                Files.copy(file, target, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.COPY_ATTRIBUTES);
            }
        }
        List<Path> now = new ArrayList<>(below(to));
        Collections.reverse(now);
        for (Path file : now) {
            if (!Files.exists(from.resolve(to.relativize(file)))) {
                Files.delete(file);
            }
        }
    }

    private static List<Path> below(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.toList();
        }
    }

    private static boolean isSame(Path file, Path other) throws IOException {
        return Files.exists(other)
                && Files.size(file) == Files.size(other)
                && Files.getLastModifiedTime(file).equals(Files.getLastModifiedTime(other));
    }

    /** Files of a cache come and go meanwhile. */
    private static void copy(Path from, Path to) throws IOException {
        assertThat(said("cp", "-a", from.toString(), to.toString()).lines())
                .allMatch(line -> line.contains("/.git/gongkai/.gongkai-"));
    }

    private static String said(String... command) throws IOException {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
}
