package org.gongkai.history.git;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * The objects of a push that is in progress. Git keeps them in a quarantine folder, whose path it passes to the {@code
 * pre-receive} hook, until the hook accepts them.
 *
 * @param objects the quarantine folder; empty if there is none
 */
public record IncomingPush(Optional<Path> objects) {

    /** No push is in progress. */
    public static final IncomingPush NONE = new IncomingPush(Optional.empty());

    /** Returns the push of which Git informs a hook by environment variables. */
    public static IncomingPush of(Map<String, String> environment) {
        return new IncomingPush(Optional.ofNullable(environment.get("GIT_QUARANTINE_PATH"))
                .filter(path -> !path.isBlank())
                .map(Path::of));
    }
}
