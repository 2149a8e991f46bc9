/**
 * Pages of registers: the overview, one page for each register, what is due. In: registers; out: planned pages. Knows
 * nothing of how registers are computed.
 */
package org.gongkai.render.register;
