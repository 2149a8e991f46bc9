package org.gongkai.cache;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The folder in which programs keep, for the current user, what they can make again: that of the XDG Base Directory
 * Specification, or the usual one of Windows and macOS.
 *
 * @param system the name of the operating system, as in the system property {@code os.name}
 * @param environment the environment of the process
 * @param home the user's home folder
 */
public record CacheHome(String system, Map<String, String> environment, Path home) {

    public CacheHome {
        system = system.toLowerCase(Locale.ROOT);
    }

    /** The folder of this machine for the current user. */
    public static CacheHome of(Map<String, String> environment) {
        return new CacheHome(
                System.getProperty("os.name"),
                environment,
                Path.of(environment.getOrDefault("HOME", System.getProperty("user.home"))));
    }

    /** The folder of this program; it need not exist. */
    public Path folder() {
        if (system.contains("windows")) {
            return absolute("LOCALAPPDATA")
                    .orElse(home.resolve("AppData/Local"))
                    .resolve("gongkai");
        }
        if (system.contains("mac")) {
            return home.resolve("Library/Caches/gongkai");
        }
        return absolute("XDG_CACHE_HOME").orElse(home.resolve(".cache")).resolve("gongkai");
    }

    /** The specification has relative paths ignored. */
    private Optional<Path> absolute(String variable) {
        return Optional.ofNullable(environment.get(variable)).map(Path::of).filter(Path::isAbsolute);
    }
}
