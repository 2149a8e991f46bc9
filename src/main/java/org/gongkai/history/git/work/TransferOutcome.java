package org.gongkai.history.git.work;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.gongkai.history.git.work.TransferResult.Status;
import org.gongkai.io.PlainFailure;

/**
 * Understands what git says about a transfer, in English; what the server adds is passed on as it is. Neither declares
 * an encoding: UTF-8 as a rule, GBK from Windows servers.
 */
final class TransferOutcome {

    private static final Pattern LOGIN =
            Pattern.compile("could not read (Username|Password)|Authentication failed|terminal prompts disabled"
                    + "|Permission denied \\(|Host key verification failed|returned error: 40[13]");
    private static final Pattern NETWORK = Pattern.compile(
            "Could not resolve host|Connection (refused|timed out|reset|closed)|Failed to connect|Couldn't connect"
                    + "|Network is unreachable|No route to host|Operation timed out"
                    + "|Name or service not known|Temporary failure in name resolution");
    private static final Pattern MISSING =
            Pattern.compile("does not appear to be a git repository|[Rr]epository .*not found|returned error: 404"
                    + "|couldn't find remote ref|not found|No such file or directory");

    private static final String REMOTE = "remote:";

    private TransferOutcome() {}

    static TransferResult of(Path top, GitProcess.Result result) {
        List<String> said = result.errors();
        // What the server says of itself is not about this machine.
        List<String> own =
                said.stream().filter(line -> !line.startsWith(REMOTE)).toList();
        Optional<PlainFailure> cause = result.isSuccess() ? Optional.empty() : GitFailure.known(top, own);
        if (cause.isPresent()) {
            return TransferResult.of(Status.NOT_POSSIBLE, cause.get().getMessage() + "。");
        }
        return switch (result.ended()) {
            case BY_TIMEOUT -> new TransferResult(Status.TIMED_OUT, said);
            case BY_INTERRUPTION -> new TransferResult(Status.CANCELLED, said);
            case BY_ITSELF ->
                result.status() == 0 ? new TransferResult(Status.DONE, ofServer(said)) : failed(result, said);
        };
    }

    private static TransferResult failed(GitProcess.Result result, List<String> said) {
        List<String> server = ofServer(said);
        List<String> report = result.output();
        Status status = report.stream()
                .filter(line -> line.startsWith("!"))
                .map(line -> line.contains("[rejected]") ? Status.NOT_FAST_FORWARD : Status.REFUSED)
                .findFirst()
                .orElseGet(() -> cause(String.join("\n", said)));
        if (!server.isEmpty()) {
            return new TransferResult(status, server);
        }
        boolean isRejected = status == Status.REFUSED || status == Status.NOT_FAST_FORWARD;
        return new TransferResult(
                status,
                isRejected
                        ? report.stream().filter(line -> line.startsWith("!")).toList()
                        : said);
    }

    /** The first of the causes that a text speaks of. */
    private static Status cause(String said) {
        if (LOGIN.matcher(said).find()) {
            return Status.NEEDS_LOGIN;
        }
        if (NETWORK.matcher(said).find()) {
            return Status.NO_NETWORK;
        }
        return MISSING.matcher(said).find() ? Status.NOT_FOUND : Status.FAILED;
    }

    private static String decode(byte[] bytes) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            return new String(bytes, Charset.forName("GB18030"));
        }
    }

    /** The lines of a text as they look once progress has been overwritten, without blanks at the end. */
    static List<String> lines(byte[] bytes) {
        return trimmed(
                decode(bytes).lines().map(line -> line.replace("\u001b[K", "").stripTrailing()));
    }

    /** The lines that a server sent, without git's own word before them. */
    private static List<String> ofServer(List<String> lines) {
        return trimmed(lines.stream()
                .filter(line -> line.startsWith(REMOTE))
                .map(line -> line.substring(REMOTE.length()))
                .map(line -> line.startsWith(" ") ? line.substring(1) : line));
    }

    /** Without blank lines at both ends. */
    private static List<String> trimmed(Stream<String> lines) {
        String text = lines.collect(Collectors.joining("\n"));
        return text.stripTrailing().replaceFirst("^\\s*\n", "").lines().toList();
    }
}
