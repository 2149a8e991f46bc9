/**
 * Recognition of what an official document states in its text: title, number, unit and date of signature, annexes,
 * kind, year, meeting, period of a 公示. Comes in: blocks. Goes out: facts and the blocks that remain. Knows neither
 * formats nor the notation of headers.
 */
package org.gongkai.write.document.fact;
