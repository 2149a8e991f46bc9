package org.gongkai.cache;

import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The folder in which programs keep, for the current user, what they can make again: that of Windows, or of the XDG
 * Base Directory Specification.
 *
 * @param environment the environment of the process
 * @param home the user's home folder
 */
public record CacheHome(Map<String, String> environment, Path home) {

    /** The folder of this machine for the current user. */
    public static CacheHome of(Map<String, String> environment) {
        return new CacheHome(environment, Path.of(environment.getOrDefault("HOME", System.getProperty("user.home"))));
    }

    /** The folder of this program; it need not exist. Relative paths are ignored, as the specification says. */
    public Path folder() {
        return Stream.of("LOCALAPPDATA", "XDG_CACHE_HOME")
                .flatMap(variable -> Stream.ofNullable(environment.get(variable)))
                .map(Path::of)
                .filter(Path::isAbsolute)
                .findFirst()
                .orElse(home.resolve(".cache"))
                .resolve("gongkai");
    }
}
