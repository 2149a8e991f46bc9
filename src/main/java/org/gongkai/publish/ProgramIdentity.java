package org.gongkai.publish;

/**
 * The program that runs.
 *
 * @param version its version, which a published site names
 * @param fingerprint one line that differs as soon as the program, one of its libraries or its Java does
 */
public record ProgramIdentity(String version, String fingerprint) {}
