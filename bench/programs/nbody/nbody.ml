(* The five-body solar system, n steps; each step makes five new bodies. *)
type body = {
  mass : float;
  x : float; y : float; z : float;
  vx : float; vy : float; vz : float;
}

let body mass x y z vx vy vz = { mass; x; y; z; vx; vy; vz }

let solar_system = [
  body 39.47841760435743 0.0 0.0 0.0 0.0 0.0 0.0;
  body 0.03769367487038949
    4.841431442464721 (-1.1603200440274284) (-0.10362204447112311)
    0.606326392995832 2.81198684491626 (-0.02521836165988763);
  body 0.011286326131968767
    8.34336671824458 4.124798564124305 (-0.4035234171143214)
    (-1.0107743461787924) 1.8256623712304119 0.008415761376584154;
  body 0.0017237240570597112
    12.894369562139131 (-15.111151401698631) (-0.22330757889265573)
    1.0827910064415354 0.8687130181696082 (-0.010832637401363636);
  body 0.0020336868699246304
    15.379697114850917 (-25.919314609987964) 0.17925877295037118
    0.979090732243898 0.5946989986476762 (-0.034755955550407474);
]

let pulled b dt (vx, vy, vz) other =
  let dx = b.x -. other.x and dy = b.y -. other.y and dz = b.z -. other.z in
  let square = (dx *. dx) +. (dy *. dy) +. (dz *. dz) in
  if square = 0.0 then (vx, vy, vz)
  else
    let pull = other.mass *. (dt /. (square *. sqrt square)) in
    (vx -. (dx *. pull), vy -. (dy *. pull), vz -. (dz *. pull))

let moved bodies dt b =
  let vx, vy, vz = List.fold_left (pulled b dt) (b.vx, b.vy, b.vz) bodies in
  body b.mass (b.x +. (dt *. vx)) (b.y +. (dt *. vy)) (b.z +. (dt *. vz)) vx vy vz

let rec advance n bodies =
  if n = 0 then bodies else advance (n - 1) (List.map (moved bodies 0.01) bodies)

let potential b other =
  let dx = b.x -. other.x and dy = b.y -. other.y and dz = b.z -. other.z in
  let square = (dx *. dx) +. (dy *. dy) +. (dz *. dz) in
  if square = 0.0 then 0.0 else 0.5 *. b.mass *. other.mass /. sqrt square

let energy bodies =
  List.fold_left (fun sum b ->
    let squares = (b.vx *. b.vx) +. (b.vy *. b.vy) +. (b.vz *. b.vz) in
    let kinetic = 0.5 *. b.mass *. squares in
    List.fold_left (fun e other -> e -. potential b other) (sum +. kinetic) bodies)
    0.0 bodies

let () =
  let n = int_of_string Sys.argv.(1) in
  Printf.printf "%d\n" (int_of_float (energy (advance n solar_system) *. 1000000000.0))
