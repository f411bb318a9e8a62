internal import Foundation

/// Two to the power of a number.
func powerOfTwo(_ exponent: Double) -> Double { pow(2, exponent) }

/// The logarithm to the base ten.
func decimalLogarithm(_ number: Double) -> Double { log10(number) }
