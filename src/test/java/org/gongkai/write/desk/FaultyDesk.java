package org.gongkai.write.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectInserter;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.storage.file.FileRepositoryBuilder;
import org.eclipse.jgit.treewalk.TreeWalk;
import org.gongkai.io.FileTrees;
import org.gongkai.io.Json;
import org.gongkai.testing.DiskFaults;
import org.gongkai.testing.DiskFaults.Call;
import org.gongkai.testing.DiskFaults.Fault;
import org.gongkai.testing.GitFolder;
import org.gongkai.testing.RunningDesk;
import org.gongkai.write.desk.DeskClient.Answer;
import org.gongkai.write.desk.draft.Draft;
import org.gongkai.write.desk.draft.DraftJournal;

/**
 * A desk in a process of its own, on a disk that goes wrong at one call. It lives on after each death: nothing that it does
 * reaches the disk from then on, and another desk takes over what it has left. Its disk has the site and its temporary files.
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
        SAVE("content/通知/开会.md", 8),
        SAVE_NEW("content/通知/植树.md", 8),
        COMMIT("content/通知/开会.md", 30);

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
    private final DeskClient other;
    private final List<String> broken = new ArrayList<>();
    private String version = "";
    private int rounds;
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
        makeSite();
        faults = new DiskFaults(library, disk, folder);
        Map<String, String> variables = new HashMap<>(faults.variables());
        variables.put("PATH", git);
        variables.put(
                "JAVA_TOOL_OPTIONS",
                "-XX:+UseSerialGC -XX:TieredStopAtLevel=1 -XX:-UsePerfData -Djdk.lang.Process.launchMechanism=VFORK -Djava.io.tmpdir="
                        + Files.createDirectories(disk.resolve("temporary")));
        other = new DeskClient(site, git);
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
    }

    private void makeSite() throws IOException {
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
    }

    @Override
    public void close() {
        desk.close();
        other.close();
    }

    /** What was wrong, with the work, the fault and the call. */
    List<String> broken() {
        return broken;
    }

    /** Does some work again and again from the same beginning, each time with the fault at another call. */
    void everyCall(Work asked, Fault fault) throws IOException {
        work = asked;
        prepare();
        List<Call> calls = faults.calls(() -> assertThat(isDone(ask(desk))).isTrue());
        Set<String> seen = new HashSet<>();
        int points = 0;
        for (int i = 0; i < calls.size(); i++) {
            Call call = calls.get(i);
            if (isTried(fault, call, seen)) {
                points++;
                try {
                    round(fault, i + 1, call);
                } catch (AssertionError e) {
                    broken.add(work + " " + fault + " at " + (i + 1) + ", " + call + ": " + e.getMessage());
                }
            }
        }
        System.out.println(
                work + (git.equals(NO_GIT) ? " without git" : "") + ": " + fault + " at each of " + points + " calls");
        if (points < work.fewest) {
            broken.add("no more calls than " + calls);
        }
    }

    /**
     * To the disk, a death before a call that secures what was written is one after it, and temporary files do not count. For
     * each run of git there are the same ones, of which the first of each kind finds the disk full.
     */
    private static boolean isTried(Fault fault, Call call, Set<String> seen) {
        boolean isTemporary = call.path().startsWith("/temporary/");
        return switch (fault) {
            case DIES -> !isTemporary && !call.name().matches("fsync|fdatasync|lock");
            case FAILS -> true;
            case FULL -> !isTemporary || seen.add(call.name() + call.path().replaceAll("\\d+", ""));
        };
    }

    private void round(Fault fault, int at, Call call) throws IOException {
        prepare();
        faults.arm(fault, at);
        CompletableFuture<Answer> asked = CompletableFuture.supplyAsync(() -> ask(desk));
        try {
            if (fault == Fault.DIES) {
                while (faults.hit().isEmpty() && !asked.isDone()) {
                    LockSupport.parkNanos(200_000);
                }
                theNextDeskTakesOver(asked);
            } else {
                Answer answer = asked.join();
                faults.disarm();
                theSameDeskGoesOn(answer);
            }
            assertThat(faults.hit().map(Call::name)).contains(call.name());
        } finally {
            asked.join();
            faults.disarm();
        }
    }

    /** Puts the site back as it was. Never the same text twice: JGit remembers what it has stored. */
    private void prepare() throws IOException {
        Path fresh = folder.resolve("fresh");
        copy(prepared, fresh);
        Path objects;
        do {
            body = "\n定于3月12日开会，第" + rounds++ + "次。\n";
            byte[] text = (HEADER + body).getBytes(StandardCharsets.UTF_8);
            ObjectId id = new ObjectInserter.Formatter().idFor(Constants.OBJ_BLOB, text);
            objects = fresh.resolve(".git/objects").resolve(id.name().substring(0, 2));
        } while (objects.toFile().list().length > 0);
        Files.delete(objects);
        if (work == Work.COMMIT) {
            Files.writeString(fresh.resolve(work.path), HEADER + body);
        }
        take(fresh);
    }

    /** In a moment, because desks look after their site; and with other files than those that are locked. */
    private void take(Path fresh) throws IOException {
        Path was = folder.resolve("was");
        Files.move(site, was);
        Files.move(fresh, site);
        FileTrees.delete(was);
    }

    private void theNextDeskTakesOver(CompletableFuture<Answer> asked) throws IOException {
        Path left = folder.resolve("left");
        copy(site, left);
        take(left);
        checkBetween();
        // To the last it says of nothing that it is done but of what is on the disk.
        if (isDone(asked.join())) {
            checkDone();
        }
        if (work == Work.COMMIT) {
            again(other);
            return;
        }
        try (DeskClient next = new DeskClient(site, git);
                Stream<Path> entries = Files.walk(site.resolve("content"));
                Stream<Path> journal = Files.walk(site.resolve(".git/gongkai/desk"))) {
            assertThat(Stream.concat(entries, journal).map(Path::toString)).noneMatch(file -> file.endsWith(".tmp"));
            again(next);
        }
    }

    private void theSameDeskGoesOn(Answer answer) throws IOException {
        checkBetween();
        if (isDone(answer)) {
            checkDone();
        } else {
            checkPlain(answer);
            again(desk);
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
            return new DraftJournal(journals.findFirst().orElseThrow())
                    .of(work.path).stream().map(Draft::text).toList();
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
    private void again(DeskClient who) throws IOException {
        Answer answer = ask(who);
        // Those of a dead git, of which only the user knows that no other is at work.
        for (Matcher lock = LOCK.matcher(answer.text()); lock.find(); lock.reset(answer.text())) {
            checkPlain(answer);
            Files.delete(Path.of(lock.group(1)));
            answer = ask(who);
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
