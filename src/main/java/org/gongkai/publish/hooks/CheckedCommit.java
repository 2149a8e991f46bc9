package org.gongkai.publish.hooks;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.gongkai.io.AtomicFile;
import org.gongkai.problem.Problem;
import org.gongkai.problem.Severity;

/**
 * The result of the check of a commit by {@code pre-receive}: {@code post-receive} shows the addresses, and the next
 * push compares its problems with those of the commit.
 *
 * @param version the fingerprint of the program
 * @param day the date for which the commit was checked
 * @param problems all problems
 * @param addresses one line for each entry that the push has changed: its address, or why it has none
 */
public record CheckedCommit(String version, LocalDate day, List<Problem> problems, List<String> addresses) {

    private static final int MAX_FILES = 40;

    public CheckedCommit {
        problems = List.copyOf(problems);
        addresses = List.copyOf(addresses);
    }

    /** Reads the result for a commit; empty if there is none (any more) or it is damaged. */
    public static Optional<CheckedCommit> read(Path folder, String commit) throws IOException {
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(
                new GZIPInputStream(Files.newInputStream(file(folder, commit))), StandardCharsets.UTF_8))) {
            String version = lines.readLine();
            LocalDate day = LocalDate.parse(lines.readLine());
            List<Problem> problems = new ArrayList<>();
            List<String> addresses = new ArrayList<>();
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                String[] fields = line.split("\t", -1);
                if (fields.length == 1) {
                    addresses.add(line);
                } else {
                    problems.add(new Problem(
                            Severity.valueOf(fields[0]),
                            fields[1],
                            unescape(fields[2]),
                            Integer.parseInt(fields[3]),
                            Integer.parseInt(fields[4]),
                            unescape(fields[5]),
                            unescape(fields[6])));
                }
            }
            return Optional.of(new CheckedCommit(version, day, problems, addresses));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (java.io.EOFException | java.util.zip.ZipException | RuntimeException e) {
            return Optional.empty(); // Truncated: the commit is checked again.
        }
    }

    /** Stores the result for a commit, and deletes the oldest results. */
    public void write(Path folder, String commit) throws IOException {
        Path file = file(folder, commit);
        Files.createDirectories(file.getParent());
        deleteUnfinished(file.getParent());
        AtomicFile.put(file, AtomicFile.temporary(file), fresh -> {
            try (Writer out = new OutputStreamWriter(
                    new GZIPOutputStream(Files.newOutputStream(fresh)), StandardCharsets.UTF_8)) {
                out.write(version + "\n" + day + "\n");
                for (Problem problem : problems) {
                    out.write(String.join(
                                    "\t",
                                    problem.severity().name(),
                                    problem.code(),
                                    escape(problem.path()),
                                    String.valueOf(problem.line()),
                                    String.valueOf(problem.column()),
                                    escape(problem.message()),
                                    escape(problem.hint()))
                            + "\n");
                }
                for (String address : addresses) {
                    out.write(address.replaceAll("[\t\r\n]", " ") + "\n");
                }
            }
            return file;
        });
        deleteOldest(file.getParent());
    }

    /** Deletes files of processes that were killed. Only one push is checked at a time, so none is being written. */
    private static void deleteUnfinished(Path folder) throws IOException {
        try (var files = Files.list(folder)) {
            for (Path file :
                    files.filter(file -> file.toString().endsWith(".tmp")).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }

    private static void deleteOldest(Path folder) throws IOException {
        try (var files = Files.list(folder)) {
            List<Path> oldest = files.filter(file -> file.toString().endsWith(".gz"))
                    .sorted(Comparator.comparingLong(file -> -file.toFile().lastModified()))
                    .skip(MAX_FILES)
                    .toList();
            for (Path file : oldest) {
                Files.deleteIfExists(file);
            }
        }
    }

    private static Path file(Path folder, String commit) {
        return folder.resolve("checked").resolve(commit + ".gz");
    }

    private static String escape(String text) {
        return text.replace("\\", "\\\\")
                .replace("\t", "\\t")
                .replace("\n", "\\n")
                .replace("\r", "\\r");
    }

    private static String unescape(String text) {
        StringBuilder plain = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            char next = c == '\\' && i + 1 < text.length() ? text.charAt(++i) : 0;
            plain.append(next == 0 ? c : next == 't' ? '\t' : next == 'n' ? '\n' : next == 'r' ? '\r' : next);
        }
        return plain.toString();
    }
}
