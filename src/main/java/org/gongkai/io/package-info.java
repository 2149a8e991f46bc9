/**
 * Mechanisms that every package shares: file locks, atomic writing, values read when needed, texts of the program, a
 * pool of threads, JSON, hashes. Knows no other package of the program.
 */
package org.gongkai.io;
