/** The commands that write into a source. */
package org.gongkai.cli.write;
