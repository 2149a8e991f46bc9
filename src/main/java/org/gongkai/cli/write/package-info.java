/**
 * The commands that write into a source, and the one that prints the schema of its headers.
 */
package org.gongkai.cli.write;
