/** The commands of a portal over the sites of a list. Comes in: arguments. Goes out: printed results. */
package org.gongkai.cli.portal;
