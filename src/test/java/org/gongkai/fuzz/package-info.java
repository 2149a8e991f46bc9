/**
 * Inputs that nobody wrote, through every door of the program: they may be refused, but neither stop it nor make it show a
 * trace.
 */
package org.gongkai.fuzz;
