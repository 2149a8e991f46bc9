package org.gongkai.history.git;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * What is being pushed. git keeps it apart from the repository until {@code pre-receive} has agreed, and tells the hook
 * where.
 *
 * @param objects the folder of its objects; empty if nothing is kept apart
 */
public record IncomingPush(Optional<Path> objects) {

    /** Nothing is being pushed. */
    public static final IncomingPush NONE = new IncomingPush(Optional.empty());

    /** What git says in the environment of a hook. */
    public static IncomingPush of(Map<String, String> environment) {
        return new IncomingPush(Optional.ofNullable(environment.get("GIT_QUARANTINE_PATH"))
                .filter(path -> !path.isBlank())
                .map(Path::of));
    }
}
