/**
 * The commands about releases and archives, and their reports.
 */
package org.gongkai.cli.release;
