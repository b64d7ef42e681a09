fn arith() -> List[Int] {
  [1 + 2 * 3, (1 + 2) * 3, 10 - 4 - 3, 2 * 3 % 4, 7 / 2 * 2, -7 / 2, -7 % 3, 1 - -1, - - 4, 20 / 2 / 5]
}
fn logic() -> List[Bool] {
  [true or false and false, not true == false, not (1 == 2), 1 < 2 == true, 1 + 1 >= 2 and 3 != 4, "a" < "b"]
}
fn main() -> (List[Int], List[Bool]) { (arith(), logic()) }
