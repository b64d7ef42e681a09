(* An n by n picture of five spheres with light and shadow. *)
type vec = { x : float; y : float; z : float }
type sphere = { at : vec; radius : float; shine : float }
type hit = { distance : float; sphere : sphere }

let vec x y z = { x; y; z }
let add a b = vec (a.x +. b.x) (a.y +. b.y) (a.z +. b.z)
let sub a b = vec (a.x -. b.x) (a.y -. b.y) (a.z -. b.z)
let scale a k = vec (a.x *. k) (a.y *. k) (a.z *. k)
let dot a b = (a.x *. b.x) +. (a.y *. b.y) +. (a.z *. b.z)
let unit a = scale a (1.0 /. sqrt (dot a a))
let sphere x y z radius shine = { at = vec x y z; radius; shine }

let scene = [
  sphere 0.0 0.0 5.0 1.0 0.9; sphere 1.5 0.5 4.0 0.5 0.7;
  sphere (-1.5) (-0.3) 4.5 0.7 0.8; sphere 0.3 1.2 3.5 0.3 0.5;
  sphere 0.0 (-101.0) 5.0 100.0 0.6;
]

let meets s from toward =
  let offset = sub s.at from in
  let along = dot offset toward in
  let inside = (along *. along) -. dot offset offset +. (s.radius *. s.radius) in
  if inside < 0.0 then 0.0
  else
    let distance = along -. sqrt inside in
    if distance < 0.001 then 0.0 else distance

let nearest from toward =
  let none = { distance = 0.0; sphere = { at = from; radius = 0.0; shine = 0.0 } } in
  List.fold_left (fun best s ->
    let distance = meets s from toward in
    if distance = 0.0 then best
    else if best.distance = 0.0 || distance < best.distance then { distance; sphere = s }
    else best)
    none scene

let brightness toward light =
  let eye = vec 0.0 0.0 0.0 in
  let hit = nearest eye toward in
  if hit.distance = 0.0 then 0.1
  else
    let place = add eye (scale toward hit.distance) in
    let normal = scale (sub place hit.sphere.at) (1.0 /. hit.sphere.radius) in
    let facing = dot normal light in
    if facing < 0.0 then 0.05
    else if (nearest place light).distance = 0.0 then 0.05 +. (hit.sphere.shine *. facing)
    else 0.05

let rec row light n x y sum =
  if x = n then sum
  else
    let dx = (((2.0 *. float_of_int x) +. 1.0) /. float_of_int n) -. 1.0 in
    let dy = 1.0 -. (((2.0 *. float_of_int y) +. 1.0) /. float_of_int n) in
    let shade = brightness (unit (vec dx dy 1.5)) light in
    row light n (x + 1) y (((sum * 31) + int_of_float (shade *. 255.0)) mod 1000003)

let rec rows light n y sum =
  if y = n then sum else rows light n (y + 1) (row light n 0 y sum)

let () =
  let light = unit (vec 0.6 0.9 (-0.7)) in
  Printf.printf "%d\n" (rows light (int_of_string Sys.argv.(1)) 0 0)
